using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Partners;

/// <summary>The partners that a page may have to name. One that is not known here is called by its id.</summary>
public sealed class PartnerNames(IReadOnlyList<Partner> known)
{
    private readonly Dictionary<string, Partner> _known = known.ToDictionary(partner => partner.Partner_);

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<Partner> Known => known;

    public Localized Of(string id, Edition edition) =>
        Localized.Of(_known.GetValueOrDefault(id)?.Name, edition.Language, id);

    /// <summary>All that can be chosen, in the order of their names, and those that are named already.</summary>
    public IReadOnlyList<(string Id, string Name)> ToChoose(Edition edition, params IEnumerable<string> named) =>
    [
        .. known.Select(partner => partner.Partner_).Union(named.Where(id => id.Length > 0))
            .Select(id => (id, Label(id, edition)))
            .OrderBy(each => each.Item2, StringComparer.Create(edition.Culture, ignoreCase: true)),
    ];

    /// <summary>Organisations that are shared: they may be named in what travels.</summary>
    public IEnumerable<(string Id, string Name)> Shared(Edition edition) =>
        new PartnerNames([.. known.Where(partner => partner.Sharing == Sharing.Shared)]).ToChoose(edition);

    private string Label(string id, Edition edition) =>
        _known.GetValueOrDefault(id) is { Sharing: Sharing.Kept } ? $"{Of(id, edition).Value} ({edition.Words.Kept})" : Of(id, edition).Value;
}

/// <summary>Reads them.</summary>
internal static class PartnerNamesReading
{
    private const int Most = 1_000;

    /// <summary>An initiative's partners; none where they cannot be read.</summary>
    public static async Task<PartnerNames> ReadPartnerNames(
        this NestCalls calls, string id, CancellationToken cancellationToken) =>
        new((await calls.ListPartners(id, Most, cancellationToken)).Value?.Partners ?? []);
}
