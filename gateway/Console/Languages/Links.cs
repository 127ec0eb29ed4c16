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

    /// <summary>One version of an initiative's agenda.</summary>
    public string Version(string id, int version) => To($"{PathOf(id)}/agenda", ("version", Number(version)));

    public string Draft(string id, bool isSaved = false) => To(PathOf(id) + "/agenda/draft", ("saved", isSaved ? "yes" : ""));

    public string PutForward(string id) => To(PathOf(id) + "/agenda/put-forward");

    /// <summary>Two versions of an agenda, side by side.</summary>
    public string Comparison(string id, int from = 0, int to = 0) => To(PathOf(id) + "/agenda/compare", ("from", Number(from)), ("to", Number(to)));

    /// <summary>Answering a version of an agenda for a partner.</summary>
    public string Ratify(string id, int version = 0, string ratifier = "", bool isSaved = false) =>
        To(PathOf(id) + "/agenda/ratify", ("version", Number(version)), ("ratifier", ratifier), ("saved", isSaved ? "yes" : ""));

    /// <summary>Aligning a clause with one above, or answering an alignment that drifts.</summary>
    public string Alignments(string id, bool isSaved = false) => To(PathOf(id) + "/agenda/alignments", ("saved", isSaved ? "yes" : ""));

    /// <summary>A form of a side: a new record, or with <paramref name="which"/> one that stands.</summary>
    /// <param name="of">What the record belongs to: a campaign, an ask, a fund.</param>
    public string Write(string id, Side side, string form, string which = "", string of = "", string indicator = "") =>
        To($"{PathOf(id)}/{SidePath.Of(side)}/{form}", ("which", which), ("of", of), ("indicator", indicator));

    /// <summary>One indicator, with what changed from one period to another.</summary>
    public string Curve(string id, string indicator) => To(PathOf(id), ("indicator", indicator)) + "#curve";

    /// <summary>The stories behind the curve that say what works, or all.</summary>
    public string Stories(string id, bool works) => To($"{PathOf(id)}/{SidePath.Of(Together.Side.Learning)}", ("works", works ? "yes" : ""));

    /// <summary>An address of these pages to which a form leads that was saved.</summary>
    public static string Saved(string back)
    {
        var (page, place) = back.IndexOf('#') is >= 0 and var at ? (back[..at], back[at..]) : (back, "");
        return $"{page}{(page.Contains('?') ? '&' : '?')}saved=yes{place}";
    }

    /// <param name="then">Where to go on afterwards; empty for the first page.</param>
    public string SignIn(string then = "") => To("/sign-in", ("then", then));

    /// <summary>Signing in at the identity provider.</summary>
    public string SignInByProvider(string then) => To("/sign-in/provider", ("then", then));

    /// <summary>Taking an invitation up with the account that somebody has there.</summary>
    public string JoinByProvider(string code) => To("/join/provider", ("code", code));

    /// <summary>Whether a person signs in that way.</summary>
    public string YourProvider => To("/you/provider");

    public string SignInByPasskey(string then) => To("/sign-in/passkey", ("then", then));

    public string JoinByPasskey(string code) => To("/join/passkey", ("code", code));

    public string YourPasskeys => To("/you/passkey");

    /// <summary>Where the options for a passkey come from.</summary>
    public string AskToSignIn => To("/sign-in/passkey/options");

    public string AskToJoin(string code) => To("/join/passkey/options", ("code", code));

    public string AskToAdd => To("/you/passkey/options");

    public string SignOut => To("/sign-out");

    /// <summary>The page of an invitation.</summary>
    public string Join(string code) => To("/join", ("code", code));

    public string You => To("/you");

    /// <summary>The people of an initiative; with an empty id, those who administer the gateway.</summary>
    public string Members(string id) => To(id.Length > 0 ? PathOf(id) + "/people" : "/people");

    public string RemoveMember(string id, string person) => To(id.Length > 0 ? PathOf(id) + "/people" : "/people", ("remove", person));

    /// <summary>Changing who holds a function of an initiative.</summary>
    public string Holder(string id, Function function) => To($"{PathOf(id)}/functions/{FunctionPath.Of(function)}");

    /// <summary>Who holds which function, of an initiative and of all below it.</summary>
    public string Matrix(string id, GetNestMapRequest.Types.Only only = default, string after = "") =>
        To(PathOf(id) + "/functions", ("only", only == default ? "" : only.ToString().ToLowerInvariant()), ("after", after));

    /// <summary>Phases with those above and below, and what is to be taken over.</summary>
    public string Growing(string id) => To(PathOf(id) + "/growing");

    /// <summary>An initiative's node and its links.</summary>
    public string Operate(string id, string after = "") => To(PathOf(id) + "/operate", ("after", after));

    public string Today => To("/today");

    /// <summary>Reporting a figure: chosen first, then said.</summary>
    public string Report(string id, Indicator? indicator = null, string period = "") =>
        To(PathOf(id) + "/report", ("indicator", indicator is null ? "" : KeyOf(indicator)), ("period", period));

    public string Import(string id) => To(PathOf(id) + "/import");

    /// <summary>What an initiative lets everybody read.</summary>
    public string Published(string id) => To(PathOf(id) + "/published");

    public string Trail(string id, long before = 0) =>
        To(id.Length > 0 ? PathOf(id) + "/trail" : "/trail", ("before", before > 0 ? before.ToString(CultureInfo.InvariantCulture) : ""));

    /// <param name="until">The last day of those held that are shown; empty for all until today.</param>
    public string Meetings(string id, string until = "") => To(PathOf(id) + "/meetings", ("until", until));

    public string Meeting(string id, string meeting) => To(MeetingPath(id, meeting));

    public string CallMeeting(string id) => To(PathOf(id) + "/call-meeting");

    public string ChangeMeeting(string id, string meeting) => To(MeetingPath(id, meeting) + "/change");

    public string WriteMinutes(string id, string meeting, bool isSaved = false) =>
        To(MeetingPath(id, meeting) + "/minutes", ("saved", isSaved ? "yes" : ""));

    public string Channel(string id, string of, string channel) => To(ChannelPath(id, of, channel));

    /// <param name="draft">An answer that is gone on with.</param>
    /// <param name="after">The posts that follow a page of them.</param>
    public string Thread(string id, string of, string channel, string thread, string draft = "", string after = "") =>
        To($"{ChannelPath(id, of, channel)}/{Uri.EscapeDataString(thread)}", ("draft", draft), ("after", after));

    /// <summary>Opening a channel; with one named, changing it.</summary>
    public string OpenChannel(string id, string channel = "") => To(PathOf(id) + "/open-channel", ("channel", channel));

    public string OpenThread(string id, string channel) => To($"{PathOf(id)}/open-thread/{Uri.EscapeDataString(channel)}");

    public string Announce(string id, string announcement = "", string draft = "") =>
        To(PathOf(id) + "/announce", ("announcement", announcement), ("draft", draft));

    public string Tell(string id, string story = "", string draft = "") => To(PathOf(id) + "/tell", ("story", story), ("draft", draft));

    public string Drafts(string id) => To(PathOf(id) + "/drafts");

    public string Digest(string id, int days) => To(PathOf(id) + "/digest", ("days", days.ToString(CultureInfo.InvariantCulture)));

    public string Silent(string id) => To(PathOf(id) + "/silent");

    /// <summary>Adding a partner; with one named, changing it.</summary>
    public string Partner(string id, string partner = "") => To(PathOf(id) + "/partner", ("partner", partner));

    public string Voices(string id) => To(PathOf(id) + "/voices");

    public string Plan(string id) => To(PathOf(id) + "/plan");

    /// <summary>Adding an activity; with one named, changing it.</summary>
    public string Activity(string id, string activity = "") => To(PathOf(id) + "/activity", ("activity", activity));

    public string Commitment(string id, string activity, string commitment = "") =>
        To(PathOf(id) + "/commitment", ("activity", activity), ("commitment", commitment));

    /// <summary>An address with its host, as it is sent to somebody.</summary>
    public string Whole(string address) => $"{_host}{address}";

    /// <summary>Signing in, and back to this page.</summary>
    public string SignInHere => To("/sign-in", ("then", _base.Add(_language).Add(_page).ToUriComponent() + _query.ToUriComponent()), ("needed", "yes"));

    /// <summary>This page in another language.</summary>
    public string In(Language language) =>
        _base.Add(LanguageChoice.PrefixOf(language)).Add(_page.HasValue ? _page : "/").ToUriComponent() + _query.ToUriComponent();

    /// <summary>What names an indicator to every node: the one that defines it, and its id there.</summary>
    internal static string KeyOf(Indicator indicator) => $"{indicator.Initiative}/{indicator.Indicator_}";

    private static string Number(int number) => number > 0 ? number.ToString(CultureInfo.InvariantCulture) : "";
    private static string ChannelPath(string id, string of, string channel) =>
        $"{PathOf(id)}/channels/{Uri.EscapeDataString(of)}/{Uri.EscapeDataString(channel)}";

    private static string MeetingPath(string id, string meeting) => $"{PathOf(id)}/meetings/{Uri.EscapeDataString(meeting)}";

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
