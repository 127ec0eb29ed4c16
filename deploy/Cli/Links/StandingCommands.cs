using System.CommandLine;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Failures;
using CollectiveImpact.Cli.Output;
using CollectiveImpact.V1;

namespace CollectiveImpact.Cli.Links;

/// <summary><c>nest suspend</c>, <c>nest resume</c>, <c>nest remove</c>: whether two nodes exchange at all.</summary>
internal static class StandingCommands
{
    public static Command Suspend(CommandRunner runner)
    {
        var (peer, reason) = (Peer(), Reason());
        var command = new Command("suspend", "Stops the exchange with a node for now. The node is told the reason.") { peer, reason };
        return runner.RunsAtNode(command, async (session, node, cancellationToken) =>
        {
            var request = new SuspendRequest { Peer = session.Parsed.GetValue(peer)!, Reason = session.Parsed.GetValue(reason) };
            var link = await node.CallAsync(options => node.Operator.SuspendAsync(request, options), cancellationToken);
            session.Print(link, screen => screen.Sentence($"Nothing is exchanged with {Name(link)} for now."));
            session.Explain("To take it up again:");
            session.Suggest($"nest resume {Words.ShortId(link.Peer)}");
            return ExitCodes.Good;
        });
    }

    public static Command Resume(CommandRunner runner)
    {
        var peer = Peer();
        var command = new Command("resume", "Takes up the exchange with a suspended node again.") { peer };
        return runner.RunsAtNode(command, async (session, node, cancellationToken) =>
        {
            var request = new ResumeRequest { Peer = session.Parsed.GetValue(peer) };
            var link = await node.CallAsync(options => node.Operator.ResumeAsync(request, options), cancellationToken);
            session.Print(link, screen => screen.Sentence($"The exchange with {Name(link)} goes on, from where it stopped. nest status shows how far it is."));
            return ExitCodes.Good;
        });
    }

    public static Command Remove(CommandRunner runner)
    {
        var (peer, reason) = (Peer(), Reason());
        var yes = new Option<bool>("--yes") { Description = "Do not ask whether it is meant." };
        var command = new Command("remove", "Ends the exchange with a node for good. What it wrote stands.") { peer, reason, yes };
        return runner.RunsAtNode(command, async (session, node, cancellationToken) =>
        {
            var request = new RemoveRequest { Peer = session.Parsed.GetValue(peer)!, Reason = session.Parsed.GetValue(reason) };
            if (!session.Parsed.GetValue(yes))
                await ConfirmAsync(session, request.Peer, cancellationToken);
            var link = await node.CallAsync(options => node.Operator.RemoveAsync(request, options), cancellationToken);
            session.Print(link, screen => screen.Sentence(
                $"{Name(link)} is removed. What it wrote stands; only a new invitation lets it in again."));
            return ExitCodes.Good;
        });
    }

    private static async Task ConfirmAsync(Session session, string peer, CancellationToken cancellationToken)
    {
        if (!session.Terminal.IsInTyped || !session.Terminal.IsErrorRead)
            throw CliFailure.Malformed("--yes", $"Removing {peer} is for good: only a new invitation lets it in again. Say --yes if it is meant.");
        session.Error.Sentence($"Remove {peer} for good? What it wrote stands; only a new invitation lets it in again. Type yes to go on:", Tone.Notice);
        if ((await session.Terminal.In.ReadLineAsync(cancellationToken))?.Trim() is not ("yes" or "y"))
            throw new CliFailure(ExitCodes.Refused, "CANCELLED", "", "Nothing was changed.");
    }

    private static string Name(LinkState link) => $"{(link.PeerName.Length > 0 ? link.PeerName : "the node")} ({Words.ShortId(link.Peer)})";

    private static Argument<string> Peer() => new("PEER") { Description = "The other node: its name, or at least the first 8 digits of its id, as nest status shows them." };

    private static Option<string> Reason() => new("--reason") { Description = "Why. The other node's operator reads it.", HelpName = "TEXT", Required = true };
}
