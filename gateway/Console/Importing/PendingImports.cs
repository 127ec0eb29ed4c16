using System.Security.Cryptography;

namespace CollectiveImpact.Console.Importing;

/// <summary>
/// Files that were looked at and wait for a yes, for an hour and in memory: a restart forgets them, and whoever sent one
/// chooses it again.
/// </summary>
internal sealed class PendingImports(TimeProvider time)
{
    private const int MostWaiting = 20;

    private static readonly TimeSpan Wait = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, (string Person, string Initiative, IReadOnlyList<ImportedReport> Reports, DateTimeOffset Until)> _waiting = [];

    /// <summary>What the file is called by until it is taken.</summary>
    public string Keep(string person, string initiative, IReadOnlyList<ImportedReport> reports)
    {
        var number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        lock (_gate)
        {
            while (_waiting.Count >= MostWaiting || (_waiting.Count > 0 && _waiting.GetAt(0).Value.Until < time.GetUtcNow()))
                _waiting.RemoveAt(0);
            _waiting.Add(number, (person, initiative, reports, time.GetUtcNow() + Wait));
        }

        return number;
    }

    /// <summary>A file that this person sent for this initiative; null where it is no longer held.</summary>
    public IReadOnlyList<ImportedReport>? Find(string number, string person, string initiative)
    {
        lock (_gate)
            return _waiting.TryGetValue(number, out var found) && found.Person == person && found.Initiative == initiative && found.Until >= time.GetUtcNow()
                ? found.Reports
                : null;
    }

    public void Forget(string number)
    {
        lock (_gate)
            _waiting.Remove(number);
    }
}
