using System.CommandLine;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Failures;
using CollectiveImpact.Cli.Nodes;
using CollectiveImpact.Cli.Output;
using CollectiveImpact.V1;

namespace CollectiveImpact.Cli.Joining;

/// <summary><c>nest join</c>: redeems a parent's invitation at this node.</summary>
internal static class JoinCommand
{
    private const int LongestInvitation = 64 * 1024;

    public static Command Create(CommandRunner runner)
    {
        var invitation = new Argument<string>("INVITATION")
        {
            Description = "The invitation, nest-…; or - to read it from standard input, so that it does not stand in the shell's history.",
        };
        var address = new Option<string?>("--address")
        {
            Description = "Another address of the same parent than the one in the invitation.",
            HelpName = "URL",
        };
        var command = new Command("join", "Redeems a parent's invitation: this node links to it from now on.") { invitation, address };
        return runner.RunsAtNode(command, addressIsTaken: true, async (session, node, cancellationToken) =>
        {
            var request = new JoinParentRequest
            {
                Invitation = await ReadAsync(session, session.Parsed.GetValue(invitation)!, cancellationToken),
                Address = session.Parsed.GetValue(address) is { } given ? Addresses.Show(Addresses.Parse("--address", given)) : "",
            };
            var joined = await node.CallAsync(options => node.Operator.JoinParentAsync(request, options), cancellationToken);
            session.Print(joined, screen =>
            {
                screen.Sentence($"Joined {joined.PeerName} ({Words.Of(joined.PeerLevel)}) at {joined.Address}.", Tone.Good);
                var facts = new FactList(screen, nameWidth: 12);
                facts.Add("node", joined.Peer);
                facts.Add("link", joined.Link);
                facts.Add("may host", string.Join(" ", joined.Initiatives));
            });
            session.Explain("The two nodes exchange from now on, also after a restart. To see how far they are:");
            session.Suggest("nest status");
            return ExitCodes.Good;
        });
    }

    private static async Task<string> ReadAsync(Session session, string given, CancellationToken cancellationToken)
    {
        if (given != "-")
            return given.Trim();
        if (session.Terminal.IsInTyped)
            session.Explain("Paste the invitation, and press Enter:");
        // A line is enough: who pastes into a terminal need not end the input too.
        var line = "";
        while (line is { Length: < LongestInvitation } && line.Trim().Length == 0)
            line = await session.Terminal.In.ReadLineAsync(cancellationToken);
        return line?.Trim() is { Length: > 0 } read
            ? read
            : throw CliFailure.Malformed("INVITATION", "Nothing was read from standard input. Pipe the invitation in, or give it in place of the -.");
    }
}
