using System.CommandLine;
using System.Text.Json.Nodes;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Output;
using CollectiveImpact.NestLoading.Progress;
using CollectiveImpact.V1;

namespace CollectiveImpact.Cli.Verifying;

/// <summary><c>nest verify</c>: the node walks its log, and every fault that it finds is a line.</summary>
internal static class VerifyCommand
{
    private static readonly Stage Documents = new("documents looked at", One: "document looked at");

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("verify", "Checks every document of the node's log, adds up every total anew, and looks whether what is noted beside the log follows from it.");
        return runner.RunsAtNode(command, async (session, node, cancellationToken) =>
        {
            var last = new VerifyProgress();
            List<VerifyFault> faults = [];
            await session.ShowAsync([Documents], async progress =>
            {
                var begun = false;
                await node.ReadAsync(
                    options => node.Operator.Verify(new(), options),
                    answer =>
                    {
                        if (!begun)
                            progress.Begin(Documents, answer.Documents);
                        begun = true;
                        progress.Advance(Documents, answer.Done - last.Done);
                        faults.AddRange(answer.Faults);
                        last = answer;
                        return ValueTask.CompletedTask;
                    },
                    cancellationToken);
            });
            session.Print(
                () => new JsonObject { ["documents"] = last.Done, ["totals"] = last.Totals, ["faults"] = Json.Of(faults) },
                screen => Write(screen, last, faults));
            if (faults.Count > 0)
            {
                session.Explain("Stop the service, and restore the last good backup; what it replaces is kept:");
                session.Suggest("nest restore FILE --data DIR --replace");
            }
            return faults.Count == 0 ? ExitCodes.Good : ExitCodes.Refused;
        });
    }

    private static void Write(Screen screen, VerifyProgress last, IReadOnlyList<VerifyFault> faults)
    {
        foreach (var fault in faults)
            screen.Line(new Piece($"{fault.Initiative} {fault.Kind} {fault.Id}: "), new(fault.Fault, Tone.Bad));
        screen.Line(
            new Piece($"{Words.Count(last.Done, "document")} and {Words.Count(last.Totals, "total")} verified: "),
            faults.Count == 0 ? new("no fault", Tone.Good) : new(Words.Count(faults.Count, "fault"), Tone.Bad));
    }
}
