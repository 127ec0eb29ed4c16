using System.CommandLine;
using System.Text.Json.Nodes;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Nodes;
using CollectiveImpact.Cli.Output;
using CollectiveImpact.V1;

namespace CollectiveImpact.Cli.Status;

/// <summary><c>nest refused</c>: documents that were not accepted, and calls that were not.</summary>
internal static class RefusedCommand
{
    private const int PageSize = 1000;

    public static Command Create(CommandRunner runner)
    {
        var all = new Option<bool>("--all") { Description = "Documents too that were accepted later." };
        var command = new Command("refused", "Lists the documents and the calls that were refused, with the reasons.") { all };
        return runner.RunsAtNode(command, async (session, node, cancellationToken) =>
        {
            var documents = await DocumentsAsync(node, session.Parsed.GetValue(all), cancellationToken);
            var calls = await node.CallAsync(options => node.Operator.ListRefusedCallsAsync(new() { PageSize = PageSize }, options), cancellationToken);
            session.Print(
                () => new JsonObject { ["documents"] = Json.Of(documents), ["calls"] = Json.Of(calls.Calls) },
                screen =>
                {
                    WriteDocuments(screen, documents);
                    screen.Line();
                    WriteCalls(screen, calls.Calls);
                });
            return ExitCodes.Good;
        });
    }

    private static async Task<IReadOnlyList<RefusedDocument>> DocumentsAsync(OperatorConnection node, bool all, CancellationToken cancellationToken)
    {
        List<RefusedDocument> documents = [];
        var token = "";
        do
        {
            var request = new ListRefusalsRequest { WithAccepted = all, PageSize = PageSize, PageToken = token };
            var page = await node.CallAsync(options => node.Operator.ListRefusalsAsync(request, options), cancellationToken);
            documents.AddRange(page.Refusals);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return documents;
    }

    // A reason is a sentence, and the key of a document is long: a block each, and no table.
    private static void WriteDocuments(Screen screen, IReadOnlyList<RefusedDocument> documents)
    {
        screen.Line(new Piece("Refused documents", Tone.Heading));
        if (documents.Count == 0)
            screen.Line("none");
        foreach (var document in documents)
        {
            var refusal = document.Refusal;
            screen.Line(
                new Piece(Words.Time(refusal.At), Tone.Faint), $"  {refusal.Initiative} {refusal.Kind} {refusal.Id}",
                new(document.Accepted ? "  accepted since" : "", Tone.Good));
            screen.Sentence(
                $"  {(document.ByPeer ? $"{document.PeerName} refused it" : $"refused here, from {document.PeerName}")}: {refusal.Reason}",
                document.Accepted ? Tone.Faint : Tone.Notice);
        }
    }

    private static void WriteCalls(Screen screen, IReadOnlyList<RefusedCall> calls)
    {
        screen.Line(new Piece("Refused calls", Tone.Heading));
        if (calls.Count == 0)
            screen.Line("none");
        foreach (var call in calls)
        {
            screen.Line(
                new Piece(Words.Time(call.Last), Tone.Faint), $"  {call.Method[(call.Method.IndexOf("v1.", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..]}",
                new($"  {call.Status}", Tone.Notice), $"  {(call.Count == 1 ? "once" : $"{Words.Number(call.Count)} times")}{(call.Field.Length > 0 ? $"  {call.Field}" : "")}");
            if (call.Reason.Length > 0)
                screen.Sentence($"  {call.Reason}", Tone.Notice);
        }
    }
}
