using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.Records;

/// <summary>
/// Whose records are counted: everyone's, or those of some initiatives. These are told as the places of which all are
/// among them, and as the others, which are looked up one by one.
/// </summary>
internal sealed class CountedLine
{
    // So few are looked up sooner than their places are.
    private const int Few = 16;

    private readonly HashSet<string>? _places;

    private CountedLine(HashSet<string>? places, IReadOnlyList<string> others) => (_places, Others) = (places, others);

    /// <param name="reader">Where places are read.</param>
    /// <param name="members">Those that are counted; null: everyone.</param>
    public static CountedLine Of(LogReader reader, IReadOnlyCollection<string>? members)
    {
        if (members is null) return new CountedLine(null, []);
        if (members.Count <= Few) return new CountedLine([], [.. members]);
        var (all, among) = (PlaceTable.All(reader), members.ToHashSet());
        var shared = all.SelectMany(place => place).ToHashSet();
        var whole = all.Where(place => place.All(among.Contains)).ToList();
        return new CountedLine(
            [.. whole.Select(place => place.Key), .. members.Where(member => !shared.Contains(member)).Select(PlaceTable.Own)],
            [.. members.Where(shared.Contains).Except(whole.SelectMany(place => place))]);
    }

    /// <summary>Those that are in no place of which all are counted.</summary>
    public IReadOnlyList<string> Others { get; }

    /// <summary>Whether there are places of which all are counted.</summary>
    public bool HasPlaces => _places is not { Count: 0 };

    /// <summary>Whether all in a place are counted.</summary>
    public bool HasAllOf(string place) => _places?.Contains(place) ?? true;
}
