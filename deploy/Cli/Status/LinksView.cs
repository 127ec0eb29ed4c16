using CollectiveImpact.Cli.Output;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.LinkState.Types;

namespace CollectiveImpact.Cli.Status;

/// <summary>A row a link, and below the table what someone should look at.</summary>
internal static class LinksView
{
    public static void Write(Screen screen, IReadOnlyList<LinkState> links, DateTimeOffset now)
    {
        screen.Line(new Piece("Links", Tone.Heading));
        if (links.Count == 0)
        {
            screen.Sentence("This node is linked to no other. A parent's operator runs nest invite; then nest join here.");
            return;
        }
        var table = new TextTable(
            new("PEER", Shrinks: true), new("ID"), new("IS"), new("STATE"),
            new("RECEIVED", IsNumber: true), new("ACKNOWLEDGED", IsNumber: true), new("BEHIND", IsNumber: true), new("FOR", IsNumber: true));
        foreach (var link in links)
        {
            table.Add(
                Name(link), Words.ShortId(link.Peer), link.PeerIsParent ? "parent" : "child", State(link),
                Words.Number(link.Received), $"{Words.Number(link.Acknowledged)}/{Words.Number(link.Head)}",
                new(Words.Number(link.LagDocuments), link.LagDocuments > 0 ? Tone.Notice : Tone.Plain),
                link.LagDocuments > 0 ? Words.Span(TimeSpan.FromSeconds(link.LagSeconds)) : "");
        }
        table.Write(screen);
        foreach (var link in links)
        {
            foreach (var remark in Remarks(link, now))
                screen.Sentence($"{Name(link)}: {remark}", Tone.Notice);
        }
    }

    private static string Name(LinkState link) => link.PeerName.Length > 0 ? link.PeerName : link.Address.Length > 0 ? link.Address : $"link {Words.ShortId(link.Link)}";

    private static Piece State(LinkState link) => link.Standing switch
    {
        Standing.Suspended => new("suspended", Tone.Notice),
        Standing.Removed => new("removed", Tone.Faint),
        _ => new(Words.Of(link.Phase), link.Phase switch
        {
            Phase.Open => Tone.Good,
            Phase.Stopped => Tone.Bad,
            _ => Tone.Notice,
        }),
    };

    private static IEnumerable<string> Remarks(LinkState link, DateTimeOffset now)
    {
        if (link.Standing is Standing.Suspended or Standing.Removed)
        {
            yield return link.StandingReason.Length > 0 ? $"{Words.Of(link.Standing)}, because: {link.StandingReason}" : Words.Of(link.Standing);
            yield break;
        }
        if (link.LastError.Length > 0)
        {
            yield return link.NextTry is { } next && next.ToDateTimeOffset() > now
                ? $"{link.LastError}; tried again in {Words.Span(next.ToDateTimeOffset() - now)}, at {Words.Time(next)}"
                : link.LastError;
        }
        else if (link.Phase == Phase.Silent)
        {
            yield return "it has not dialled since this node started";
        }
        if (link.Refused > 0)
            yield return $"{Words.Count(link.Refused, "document")} refused; nest refused says why";
    }
}
