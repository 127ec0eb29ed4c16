using CollectiveImpact.Cli.Output;
using CollectiveImpact.V1;

namespace CollectiveImpact.Cli.Status;

internal static class NodeView
{
    private const int NameWidth = 11;

    public static void Write(Screen screen, NodeStatus status, DateTimeOffset now)
    {
        var node = status.Node;
        screen.Line(new Piece(node.Name.Length > 0 ? node.Name : "(no name)", Tone.Heading), $", {Words.Of(node.Level)} node");
        var facts = new FactList(screen, NameWidth);
        facts.Add("id", node.Node_);
        facts.Add("release", $"{status.Release}, up for {Words.Span(now - (status.Started?.ToDateTimeOffset() ?? now))}, since {Words.Time(status.Started)}");
        facts.Add("store", $"{status.Store}, {Words.Count(status.Documents, "document")}");
        facts.Add("log", $"{node.Log}, up to {Words.Number(node.Head)}");
        facts.Add("", $"{status.LogReason} {Words.Time(status.LogSince)}".Trim());
        facts.Add("key", status.Keys switch { <= 1 => "its first", 2 => "rotated once", _ => $"rotated {Words.Number(status.Keys - 1)} times" });
        facts.Add("refused", Refused(status));
    }

    private static Piece[] Refused(NodeStatus status)
    {
        var none = status is { RefusedDocuments: 0, RefusedCalls: 0 };
        return
        [
            new($"{Words.Count(status.RefusedDocuments, "document")}", status.RefusedDocuments > 0 ? Tone.Notice : Tone.Plain),
            new($", {Words.Count(status.RefusedCalls, "call")} in 24 hours"),
            new(none ? "" : "; nest refused lists them", Tone.Faint),
        ];
    }
}
