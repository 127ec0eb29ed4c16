using System.Collections.Concurrent;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Standing;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>
/// To which of the figures that this node keeps a report belongs, remembered for one nest: it is asked for every report,
/// and hardly ever changes.
/// </summary>
internal sealed class KeptTotals(NodeStanding standing)
{
    /// <summary>Answers that are remembered; beyond it they are worked out each time.</summary>
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<(string Initiative, string Part), IReadOnlyList<string>> _ofAnyPeriod = new();
    private int _count;

    /// <summary>The nest that it is true of.</summary>
    public NestState Nest => standing.Nest;

    public IReadOnlyList<string> Of(string initiative, Period period, string part)
    {
        if (_ofAnyPeriod.TryGetValue((initiative, part), out var kept)) return kept;
        kept = [.. Attribution.Kept(standing, initiative, period, part)];
        if (!IsDated(initiative) && _count < Most && _ofAnyPeriod.TryAdd((initiative, part), kept)) Interlocked.Increment(ref _count);
        return kept;
    }

    /// <summary>Whether the answer is another in other periods.</summary>
    private bool IsDated(string initiative) => Nest.Ancestors(initiative).Prepend(initiative)
        .Any(each => Nest.Alignments(each).Values.Any(alignment => alignment.IsDated));
}
