using System.Text.RegularExpressions;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>
/// Calls that this node refused, joined by what they have in common: by day, method, status, field and reason. They are
/// stored beside the log within a second or so, and there are never more than <see cref="MostKept"/> of them.
/// </summary>
public sealed partial class RefusedCalls(TimeProvider time)
{
    /// <summary>What is kept at most; of more, the oldest go.</summary>
    public const int MostKept = 10_000;

    /// <summary>The longest reason that is kept, in characters.</summary>
    public const int LongestReason = 300;

    private const int LongestName = 200;

    // Until they are stored: more than this are told apart by method and status alone.
    private const int MostWaiting = 1000;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _any = new(0, 1);
    private Dictionary<RefusedAlike, RefusedTimes> _waiting = [];

    /// <summary>Counts a call that is being refused now.</summary>
    /// <param name="method">`collectiveimpact.v1.Exchange/Join`.</param>
    /// <param name="status">What it is refused with.</param>
    /// <param name="field">The path of the field at fault; empty where it is none of a field.</param>
    /// <param name="reason">
    /// What was said of a join or a link, which names nodes and no persons; empty for all other calls, whose messages
    /// may quote what somebody typed. Its first <see cref="LongestReason"/> characters are kept.
    /// </param>
    public void Note(string method, StatusCode status, string field, string reason)
    {
        var now = time.GetUtcNow();
        // Which item of a list it was makes no other kind of refusal.
        var alike = new RefusedAlike(
            DateOnly.FromDateTime(now.UtcDateTime), Cut(method, LongestName), status,
            Cut(Places().Replace(field, "[]"), LongestName), Cut(Controls().Replace(reason, " "), LongestReason));
        Add(alike, new RefusedTimes(1, now, now));
    }

    /// <summary>Calls that were refused, those refused last first.</summary>
    /// <param name="reader">A reader of the node's database.</param>
    /// <param name="size">How many at most.</param>
    public static List<RefusedCall> List(LogReader reader, int size) => RefusedCallTable.Latest(reader, size);

    /// <summary>
    /// How many calls were refused since a moment. Those refused alike within one day are counted whole if the last of
    /// them came since.
    /// </summary>
    public static long Count(LogReader reader, DateTimeOffset since) => RefusedCallTable.Count(reader, since);

    /// <summary>Waits until there is something to store.</summary>
    internal Task AnyAsync(CancellationToken cancellationToken) => _any.WaitAsync(cancellationToken);

    /// <summary>Hands over what has not been stored.</summary>
    internal IReadOnlyDictionary<RefusedAlike, RefusedTimes> Take()
    {
        lock (_lock)
        {
            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }

    /// <summary>Takes back what could not be stored.</summary>
    internal void GiveBack(IReadOnlyDictionary<RefusedAlike, RefusedTimes> taken)
    {
        foreach (var (alike, times) in taken) Add(alike, times);
    }

    private void Add(RefusedAlike alike, RefusedTimes times)
    {
        lock (_lock)
        {
            if (_waiting.Count >= MostWaiting && !_waiting.ContainsKey(alike)) alike = alike with { Field = "", Reason = "" };
            _waiting[alike] = _waiting.TryGetValue(alike, out var before) ? before.With(times) : times;
            if (_any.CurrentCount == 0) _any.Release();
        }
    }

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    // A peer's words are among the reasons: not every store takes a zero character, and no list a line break.
    [GeneratedRegex(@"\p{Cc}")]
    private static partial Regex Controls();

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Places();
}
