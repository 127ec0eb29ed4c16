using System.Collections.Concurrent;
using System.Collections.Immutable;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>The charters of all initiatives, as this node knows them.</summary>
internal sealed class CharterState(ImmutableDictionary<(string Initiative, Function Function), CharterRecord> records)
{
    private readonly ConcurrentDictionary<(string Initiative, Function Function), Asked> _asked = new(1, 7);

    public static CharterState Empty { get; } = new(ImmutableDictionary<(string, Function), CharterRecord>.Empty);

    public CharterRecord Record(string initiative, Function function) => records.GetValueOrDefault((initiative, function), CharterRecord.Empty);

    /// <summary>Who held a function: it is asked for every document, and remembered for the day that was asked last.</summary>
    public Tenures Tenures(string initiative, Function function, DateOnly today)
    {
        if (!records.TryGetValue((initiative, function), out var record)) return Charter.Tenures.Of(initiative, CharterRecord.Empty, today);
        if (_asked.TryGetValue((initiative, function), out var asked) && asked.Day == today) return asked.Tenures;
        var tenures = Charter.Tenures.Of(initiative, record, today);
        _asked[(initiative, function)] = new Asked(today, tenures);
        return tenures;
    }

    /// <summary>Every function that anybody has said something about.</summary>
    public IEnumerable<(string Initiative, Function Function)> Keys => records.Keys;

    public CharterState With(string initiative, Function function, CharterRecord record) =>
        new(records.SetItem((initiative, function), record));

    private sealed record Asked(DateOnly Day, Tenures Tenures);
}
