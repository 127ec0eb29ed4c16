using System.Collections.Immutable;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>The charters of all initiatives, as this node knows them.</summary>
internal sealed class CharterState(ImmutableDictionary<(string Initiative, Function Function), CharterRecord> records)
{
    public static CharterState Empty { get; } = new(ImmutableDictionary<(string, Function), CharterRecord>.Empty);

    public CharterRecord Record(string initiative, Function function) => records.GetValueOrDefault((initiative, function), CharterRecord.Empty);

    public Tenures Tenures(string initiative, Function function, DateOnly today) =>
        Charter.Tenures.Of(initiative, Record(initiative, function), today);

    /// <summary>Every function that anybody has said something about.</summary>
    public IEnumerable<(string Initiative, Function Function)> Keys => records.Keys;

    public CharterState With(string initiative, Function function, CharterRecord record) =>
        new(records.SetItem((initiative, function), record));
}
