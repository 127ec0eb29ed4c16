using System.Net;

namespace CollectiveImpact.Browser.Tests.Pages;

/// <summary>Every page of the console: a new one is a line here, and is held to all that pages are held to.</summary>
public static class Places
{
    /// <summary>Stands in an address for the code of an invitation that is still open.</summary>
    public const string Invitation = "INVITATION";

    private const string Ready = "indicator=north%2Fready-for-school", Waiting = "indicator=north%2Fwaiting-for-care";

    public static IReadOnlyList<Place> All { get; } =
    [
        new("/", Reader.Public, "nest"),
        new("/", Reader.Administrator),
        new("/initiatives/north", Reader.Public, "nation"),
        new("/initiatives/north", Reader.Administrator),
        new("/initiatives/north.east", Reader.Public, "province"),
        new("/initiatives/north.harbour", Reader.Public),
        new("/initiatives/north.harbour", Reader.Administrator),
        new("/initiatives/north.harbour", Reader.Staff, "local-for-staff"),
        new("/initiatives/north.harbour", Reader.Partner, "local-for-partner"),
        new("/initiatives/north.rivers", Reader.Administrator, "local-in-two-provinces"),
        new($"/initiatives/north?{Ready}", Reader.Public),
        new($"/initiatives/north/figure?{Ready}&period=2025", Reader.Public, "figure"),
        new($"/initiatives/north/figure?{Waiting}&period=2024", Reader.Administrator),
        new($"/initiatives/north.rivers/figure?{Ready}&period=2025&cell=home%3Dfrench", Reader.Administrator),
        new("/initiatives/north/agenda", Reader.Public),
        new("/initiatives/north/agenda", Reader.Administrator),
        new("/initiatives/north.harbour/agenda", Reader.Administrator, "agenda"),
        new("/initiatives/north.mill/agenda", Reader.Administrator, "agenda-put-forward"),
        new("/initiatives/north/agenda/compare?from=1&to=2", Reader.Public, "comparison"),
        new("/initiatives/north.harbour/agenda/draft", Reader.Administrator, "draft"),
        new("/initiatives/north.harbour/agenda/put-forward", Reader.Administrator, "put-forward"),
        new("/initiatives/north.mill/agenda/ratify?version=1&ratifier=mill-library", Reader.Administrator, "ratify"),
        new("/initiatives/north.harbour/agenda/alignments", Reader.Administrator, "alignments"),
        new("/initiatives/north.harbour/activities", Reader.Administrator, "activities"),
        new("/initiatives/north.harbour/activities", Reader.Partner),
        new("/initiatives/north/activities", Reader.Administrator),
        new("/initiatives/north.harbour/communication", Reader.Administrator, "communication"),
        new("/initiatives/north/communication", Reader.Administrator),
        new("/initiatives/north.harbour/meetings", Reader.Administrator, "meetings"),
        new("/initiatives/north.harbour/meetings/table-2026-11", Reader.Administrator, "meeting"),
        new("/initiatives/north.harbour/meetings/table-2026-11/change", Reader.Administrator),
        new("/initiatives/north.harbour/meetings/table-2026-11/minutes", Reader.Administrator, "minutes"),
        new("/initiatives/north.harbour/call-meeting", Reader.Administrator, "call-meeting"),
        new("/initiatives/north.harbour/channels/north/commons", Reader.Administrator),
        new("/initiatives/north.harbour/channels/north/commons/waiting-lists", Reader.Administrator, "thread"),
        new("/initiatives/north.harbour/open-channel", Reader.Administrator),
        new("/initiatives/north/open-thread/commons", Reader.Administrator),
        new("/initiatives/north.harbour/announce", Reader.Administrator),
        new("/initiatives/north.harbour/tell", Reader.Administrator, "tell"),
        new("/initiatives/north.harbour/drafts", Reader.Administrator),
        new("/initiatives/north.harbour/digest?days=30", Reader.Administrator, "digest"),
        new("/initiatives/north.harbour/silent", Reader.Administrator, "silent"),
        new("/initiatives/north.harbour/plan", Reader.Administrator, "plan"),
        new("/initiatives/north.harbour/activity", Reader.Administrator),
        new("/initiatives/north.harbour/activity?activity=evening-care", Reader.Administrator, "activity"),
        new("/initiatives/north.harbour/activity?activity=evening-care", Reader.Partner),
        new("/initiatives/north.harbour/commitment?activity=evening-care", Reader.Administrator),
        new("/initiatives/north.harbour/commitment?activity=evening-care&commitment=forty-places", Reader.Administrator),
        new("/initiatives/north.harbour/partner", Reader.Administrator),
        new("/initiatives/north.harbour/partner?partner=quay-nursery", Reader.Administrator, "partner"),
        new("/initiatives/north.harbour/voices", Reader.Administrator),
        new("/initiatives/north.harbour/partners", Reader.Administrator, "partners"),
        new("/initiatives/north.harbour/proposals", Reader.Administrator),
        new("/initiatives/north/proposals", Reader.Administrator, "proposals"),
        new("/initiatives/north.harbour/learning", Reader.Administrator, "learning"),
        new($"/initiatives/north/learning/targets?{Ready}", Reader.Administrator, "targets"),
        new($"/initiatives/north.harbour/learning/story?{Waiting}", Reader.Administrator),
        new($"/initiatives/north.harbour/learning/story?{Waiting}&which=one-list", Reader.Administrator),
        new("/initiatives/north.harbour/policy", Reader.Administrator, "policy"),
        new("/initiatives/north.harbour/policy/barrier", Reader.Administrator),
        new("/initiatives/north.harbour/policy/ask?which=evening-licence", Reader.Administrator, "ask"),
        new("/initiatives/north.harbour/policy/move?which=evening-licence", Reader.Administrator),
        new("/initiatives/north.harbour/policy/position?of=evening-licence", Reader.Administrator),
        new("/initiatives/north.harbour/public-will", Reader.Administrator, "public-will"),
        new("/initiatives/north.harbour/public-will/campaign?which=who-minds-them", Reader.Administrator, "campaign"),
        new("/initiatives/north.harbour/public-will/message?of=who-minds-them", Reader.Administrator),
        new("/initiatives/north.harbour/public-will/event", Reader.Administrator),
        new("/initiatives/north.harbour/public-will/reach?of=north.harbour%2Fwho-minds-them", Reader.Administrator),
        new("/initiatives/north.harbour/resources", Reader.Administrator, "resources"),
        new("/initiatives/north.harbour/resources/need", Reader.Administrator),
        new("/initiatives/north.harbour/resources/gift", Reader.Administrator),
        new("/initiatives/north.harbour/public-will/endorsement", Reader.Administrator, "endorsement"),
        new("/initiatives/north.harbour/learning/crosswalk", Reader.Administrator),
        new("/initiatives/north.harbour/resources/source?which=port-trust", Reader.Administrator),
        new("/initiatives/north.harbour/resources/application?which=evening-2026", Reader.Administrator, "application"),
        new("/initiatives/north.harbour/resources/fund?which=evening-grant", Reader.Administrator),
        new("/initiatives/north.harbour/resources/entry?of=evening-grant", Reader.Administrator, "entry"),
        new("/initiatives/north.harbour/resources/allocation?of=evening-grant", Reader.Administrator),
        new("/initiatives/north/functions", Reader.Public, "functions"),
        new("/initiatives/north.east/growing", Reader.Administrator),
        new("/initiatives/north.mill/growing", Reader.Administrator, "growing"),
        new("/initiatives/north.harbour/growing", Reader.Partner),
        new("/initiatives/north.east/functions", Reader.Administrator),
        new("/initiatives/north.harbour/functions/build-public-will", Reader.Administrator, "holder"),
        new("/initiatives/north.rivers/functions/advance-policy", Reader.Administrator),
        new("/initiatives/north.harbour/report", Reader.Administrator, "report-choice"),
        new($"/initiatives/north.harbour/report?{Ready}&period=2025", Reader.Administrator, "report"),
        new($"/initiatives/north.rivers/report?{Ready}&period=2026", Reader.Administrator),
        new($"/initiatives/north.harbour/report?{Waiting}&period=2025", Reader.Partner),
        new($"/initiatives/north.harbour/report?{Waiting}&period=soon", Reader.Partner),
        new("/initiatives/north.harbour/import", Reader.Administrator, "import"),
        new("/initiatives/north.harbour/operate", Reader.Administrator, "operate"),
        new("/initiatives/north.harbour/published", Reader.Administrator, "published"),
        new("/initiatives/north.harbour/people", Reader.Administrator, "people"),
        new("/initiatives/north.harbour/trail", Reader.Administrator, "trail"),
        new("/today", Reader.Administrator),
        new("/today", Reader.Staff, "today"),
        new("/today", Reader.Partner),
        new("/people", Reader.Administrator),
        new("/trail", Reader.Administrator),
        new("/you", Reader.Administrator, "you"),
        new("/you", Reader.Partner),
        new("/sign-in", Reader.Public),
        new("/sign-in?needed=yes", Reader.Public, "sign-in"),
        new($"/join?code={Invitation}", Reader.Public, "join"),
        new($"/join?code={Invitation}", Reader.Partner),
        new("/join?code=spent", Reader.Public),
        new("/initiatives/north/people", Reader.Partner, Status: HttpStatusCode.Forbidden),
        new("/initiatives/nowhere", Reader.Public, "not-found", Status: HttpStatusCode.NotFound),
        new("/nowhere", Reader.Administrator, Status: HttpStatusCode.NotFound),
    ];

    public static Place Of(string path, Reader reader) => All.Single(each => each.Path == path && each.Reader == reader);

    /// <summary>For theories: every page in every language.</summary>
    public static TheoryData<string, string, Reader> InEveryLanguage
    {
        get
        {
            var data = new TheoryData<string, string, Reader>();
            foreach (var place in All)
                foreach (var language in new[] { "en", "fr" })
                    data.Add(language, place.Path, place.Reader);
            return data;
        }
    }
}
