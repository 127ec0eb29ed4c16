using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The initiatives a page may have to name. One it does not know is called by its id.</summary>
public sealed class Names(IEnumerable<Initiative> known)
{
    private readonly Dictionary<string, Initiative> _known = known
        .DistinctBy(initiative => initiative.Initiative_)
        .ToDictionary(initiative => initiative.Initiative_);

    public Initiative? Find(string id) => _known.GetValueOrDefault(id);

    public Localized Of(string id, Edition edition) => Find(id) is { } found ? edition.Name(found) : new(id, null);
}
