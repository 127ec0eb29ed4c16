using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Languages;

/// <summary>
/// The addresses of the pages, in the language of the page that has the links. What may hold a slash (an indicator with
/// its definer, a range of days) stands in the query.
/// </summary>
public sealed class Links
{
    private readonly PathString _base;
    private readonly PathString _page;
    private readonly QueryString _query;
    private readonly string _language;

    internal Links(HttpRequest request, Language language)
    {
        _base = request.PathBase;
        _language = LanguageChoice.PrefixOf(language);
        _page = request.Path.StartsWithSegments(_language, out var page) ? page : request.Path;
        _query = request.QueryString;
    }

    public string Nest => To("/");

    public string Asset(string name, string version) => $"{_base}/console/{name}?v={version}";

    public string Initiative(string id) => To(PathOf(id));

    /// <summary>One page of an initiative's children, the first being 1.</summary>
    public string Children(string id, int page) => To(PathOf(id), ("children", page.ToString())) + "#children";

    /// <summary>The indicators of an initiative that come after a page of them.</summary>
    public string MoreIndicators(string id, string after) => To(PathOf(id), ("after", after));

    /// <summary>One indicator of an initiative, with all of its cells.</summary>
    public string Indicator(string id, Indicator indicator) =>
        To(PathOf(id), ("indicator", KeyOf(indicator)));

    /// <summary>One figure, explained.</summary>
    public string Figure(string id, Indicator indicator, string period, string cell, string page = "") =>
        To(PathOf(id) + "/figure",
            ("indicator", KeyOf(indicator)), ("period", period), ("cell", cell), ("page", page));

    /// <summary>One side of the work of an initiative.</summary>
    public string Side(string id, Side side) => To($"{PathOf(id)}/{SidePath.Of(side)}");

    /// <summary>This page in another language.</summary>
    public string In(Language language) =>
        _base.Add(LanguageChoice.PrefixOf(language)).Add(_page.HasValue ? _page : "/").ToUriComponent() + _query.ToUriComponent();

    /// <summary>What names an indicator to every node: the one that defines it, and its id there.</summary>
    internal static string KeyOf(Indicator indicator) => $"{indicator.Initiative}/{indicator.Indicator_}";

    private static string PathOf(string id) => "/initiatives/" + Uri.EscapeDataString(id);

    private string To(string path, params ReadOnlySpan<(string Key, string Value)> query)
    {
        var parameters = new List<KeyValuePair<string, string?>>();
        foreach (var (key, value) in query)
            if (value.Length > 0)
                parameters.Add(new(key, value));
        return _base.ToUriComponent() + _language + path + QueryString.Create(parameters);
    }
}
