using System.Globalization;
using CollectiveImpact.Console.Holders;
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
    private readonly string _host;

    internal Links(HttpRequest request, Language language)
    {
        _base = request.PathBase;
        _language = LanguageChoice.PrefixOf(language);
        _page = request.Path.StartsWithSegments(_language, out var page) ? page : request.Path;
        _query = request.QueryString;
        _host = $"{request.Scheme}://{request.Host.ToUriComponent()}";
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

    /// <param name="then">Where to go on afterwards; empty for the first page.</param>
    public string SignIn(string then = "") => To("/sign-in", ("then", then));

    public string SignOut => To("/sign-out");

    /// <summary>The page of an invitation.</summary>
    public string Join(string code) => To("/join", ("code", code));

    public string You => To("/you");

    /// <summary>The people of an initiative; with an empty id, those who administer the gateway.</summary>
    public string Members(string id) => To(id.Length > 0 ? PathOf(id) + "/people" : "/people");

    public string RemoveMember(string id, string person) => To(id.Length > 0 ? PathOf(id) + "/people" : "/people", ("remove", person));

    /// <summary>Changing who holds a function of an initiative.</summary>
    public string Holder(string id, Function function) => To($"{PathOf(id)}/functions/{FunctionPath.Of(function)}");

    /// <summary>Reporting a figure: chosen first, then said.</summary>
    public string Report(string id, Indicator? indicator = null, string period = "") =>
        To(PathOf(id) + "/report", ("indicator", indicator is null ? "" : KeyOf(indicator)), ("period", period));

    /// <summary>What an initiative lets everybody read.</summary>
    public string Published(string id) => To(PathOf(id) + "/published");

    public string Trail(string id, long before = 0) =>
        To(id.Length > 0 ? PathOf(id) + "/trail" : "/trail", ("before", before > 0 ? before.ToString(CultureInfo.InvariantCulture) : ""));

    /// <summary>An address with its host, as it is sent to somebody.</summary>
    public string Whole(string address) => $"{_host}{address}";

    /// <summary>Signing in, and back to this page.</summary>
    public string SignInHere => To("/sign-in", ("then", _base.Add(_language).Add(_page).ToUriComponent() + _query.ToUriComponent()), ("needed", "yes"));

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
