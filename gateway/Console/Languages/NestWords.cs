using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of the function matrix, and of how a node and its links are.</summary>
public sealed partial class Words
{
    public string FunctionMatrix => Say();
    public string MatrixLead => Say();
    public string MatrixShows => Say();
    public string InitiativeHeading => Say();
    public string NoSuchEntries => Say();
    public string Change => Say();
    public string ChangeHolderOf(string function, string initiative) => Say(nameof(ChangeHolderOf), function, initiative);
    public string InAll => Say();
    public string MatrixCount(int own, int carried, int gaps) => Say(nameof(MatrixCount), own, carried, gaps);

    public string NameOf(GetNestMapRequest.Types.Only only) => only switch
    {
        GetNestMapRequest.Types.Only.Carried => Say("NameOf.MatrixOnly.Carried"),
        GetNestMapRequest.Types.Only.Overlaps => Say("NameOf.MatrixOnly.Overlaps"),
        GetNestMapRequest.Types.Only.Gaps => Say("NameOf.MatrixOnly.Gaps"),
        GetNestMapRequest.Types.Only.Lapsing => Say("NameOf.MatrixOnly.Lapsing"),
        _ => Say("NameOf.MatrixOnly.Other"),
    };

    public string MarkOf(string kind) => kind switch
    {
        "own" => Say("MarkOf.Own"),
        "carried" => Say("MarkOf.Carried"),
        "shared" => Say("MarkOf.Shared"),
        "proposed" => Say("MarkOf.Proposed"),
        "overlap" => Say("MarkOf.Overlap"),
        _ => Say("MarkOf.Other"),
    };

    /// <summary>For the cells in which a mark alone says who.</summary>
    public string MarkShort(string kind) => kind switch
    {
        "own" => Say("MarkShort.Own"),
        "proposed" => Say("MarkShort.Proposed"),
        _ => Say("MarkShort.Other"),
    };

    // A node and its links
    public string Operate => Say();
    public string NodeHeading => Say();
    public string DocumentsHeading => Say();
    public string KeyHeading => Say();
    public string LinksHeading => Say();
    public string NoLinks => Say();
    public string PeerAbove => Say();
    public string PeerBelow => Say();
    public string RefusedDocuments => Say();
    public string NothingRefused => Say();
    public string RefusedBy => Say();
    public string ThisNode => Say();
    public string RefusedOn(int count) => Some(count);
    public string NextTry(string when) => Say(nameof(NextTry), when);

    public string NameOf(LinkState link) => link switch
    {
        { Standing: LinkState.Types.Standing.Suspended } => Say("NameOf.LinkState.Suspended"),
        { Standing: LinkState.Types.Standing.Removed } => Say("NameOf.LinkState.Removed"),
        { Phase: LinkState.Types.Phase.Open } => Say("NameOf.LinkState.Open"),
        { Phase: LinkState.Types.Phase.Connecting } => Say("NameOf.LinkState.Connecting"),
        { Phase: LinkState.Types.Phase.Waiting } => Say("NameOf.LinkState.Waiting"),
        { Phase: LinkState.Types.Phase.Stopped } => Say("NameOf.LinkState.Stopped"),
        { Phase: LinkState.Types.Phase.Silent } => Say("NameOf.LinkState.Silent"),
        _ => Say("NameOf.LinkState.Other"),
    };

    public string LagOf(long documents, TimeSpan lag) => documents == 0
        ? Say("LagOf.Nothing")
        : Say("LagOf.Documents", DocumentsToSend(documents), Span(lag));

    private string DocumentsToSend(long documents) => Some((int)Math.Min(documents, int.MaxValue));

    private string Span(TimeSpan span) =>
        span.TotalDays >= 1 ? Days((int)span.TotalDays)
        : span.TotalHours >= 1 ? string.Create(_culture, $"{span.TotalHours:0.#} h")
        : span.TotalMinutes >= 1 ? string.Create(_culture, $"{span.TotalMinutes:0} min")
        : string.Create(_culture, $"{span.TotalSeconds:0} s");
}
