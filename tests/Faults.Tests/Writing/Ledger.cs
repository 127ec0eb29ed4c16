using Grpc.Core;

namespace CollectiveImpact.Faults.Tests.Writing;

/// <summary>What was acknowledged: all that has to stand in the end, and nothing else may.</summary>
internal sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ReportKey, Acknowledged> _last = [];
    private readonly Dictionary<StatusCode, long> _failed = [];
    private readonly List<string> _lost = [];
    private readonly List<string> _doubled = [];
    private long _count;

    /// <summary>Reports acknowledged so far.</summary>
    public long Count
    {
        get
        {
            lock (_lock) return _count;
        }
    }

    /// <summary>What was acknowledged last, of each report.</summary>
    public IReadOnlyDictionary<ReportKey, Acknowledged> Last
    {
        get
        {
            lock (_lock) return _last.ToDictionary();
        }
    }

    /// <summary>Revisions that were given twice, so that the first of the two was lost; in words.</summary>
    public IReadOnlyList<string> Lost
    {
        get
        {
            lock (_lock) return [.. _lost];
        }
    }

    /// <summary>Revisions that were passed over, so that something was stored more often than it was said; in words.</summary>
    public IReadOnlyList<string> Doubled
    {
        get
        {
            lock (_lock) return [.. _doubled];
        }
    }

    /// <summary>Calls that failed, by status: each was made again.</summary>
    public IReadOnlyDictionary<StatusCode, long> Failed
    {
        get
        {
            lock (_lock) return _failed.ToDictionary();
        }
    }

    /// <summary>A call failed, and is made again.</summary>
    public void Fail(StatusCode status)
    {
        lock (_lock) _failed[status] = _failed.GetValueOrDefault(status) + 1;
    }

    /// <summary>A report was acknowledged.</summary>
    /// <param name="key">Which.</param>
    /// <param name="now">What was said and answered.</param>
    /// <param name="counted">
    /// Whether its revisions are counted on: they are where one holder writes all of them. Then each has to follow on the
    /// one before, however often the call was made.
    /// </param>
    public void Acknowledge(ReportKey key, Acknowledged now, bool counted)
    {
        lock (_lock)
        {
            var before = _last.GetValueOrDefault(key);
            _last[key] = now;
            _count++;
            if (!counted || now.Revision == before.Revision + 1) return;
            var words = $"{key.Initiative} {key.Period}: {now.Value} is revision {now.Revision}, and {before.Value} before it was {before.Revision}";
            (now.Revision <= before.Revision ? _lost : _doubled).Add(words);
        }
    }
}
