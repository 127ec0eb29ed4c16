using System.CommandLine;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Output;
using CollectiveImpact.V1;

namespace CollectiveImpact.Cli.Joining;

/// <summary><c>nest invitations</c>: those that were made here, and withdrawing one.</summary>
internal static class InvitationsCommand
{
    private const int Most = 1000;

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("invitations", "Lists the invitations made at this node; nest invitations withdraw N takes one back.") { Withdraw(runner) };
        return runner.RunsAtNode(command, async (session, node, cancellationToken) =>
        {
            var answer = await node.CallAsync(
                options => node.Operator.ListInvitationsAsync(new() { PageSize = Most }, options), cancellationToken);
            session.Print(answer, screen => Write(screen, answer.Invitations));
            return ExitCodes.Good;
        });
    }

    private static Command Withdraw(CommandRunner runner)
    {
        var number = new Argument<long>("N") { Description = "The invitation's number." };
        var command = new Command("withdraw", "Withdraws an invitation that has not been used.") { number };
        return runner.RunsAtNode(command, async (session, node, cancellationToken) =>
        {
            var request = new WithdrawInvitationRequest { Number = session.Parsed.GetValue(number) };
            var withdrawn = await node.CallAsync(options => node.Operator.WithdrawInvitationAsync(request, options), cancellationToken);
            session.Print(withdrawn, screen => screen.Sentence($"Invitation {withdrawn.Number} is withdrawn: nobody can join by it any more."));
            return ExitCodes.Good;
        });
    }

    private static void Write(Screen screen, IReadOnlyList<Invitation> invitations)
    {
        if (invitations.Count == 0)
        {
            screen.Sentence("No invitation has been made at this node. nest invite makes one.");
            return;
        }
        var table = new TextTable(
            new("NUMBER", IsNumber: true), new("STATE"), new("LEVEL"), new("INITIATIVES", Shrinks: true), new("EXPIRES"), new("USED BY", Shrinks: true), new("NOTE", Shrinks: true));
        foreach (var invitation in invitations)
        {
            table.Add(
                Words.Number(invitation.Number), State(invitation.State), Words.Of(invitation.Level), string.Join(' ', invitation.Initiatives),
                invitation.Expires is null ? "" : invitation.Expires.ToDateTime().ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                invitation.Node.Length == 0 ? "" : $"{invitation.NodeName} {Words.ShortId(invitation.Node)}".Trim(), invitation.Note);
        }
        table.Write(screen);
    }

    private static Piece State(Invitation.Types.State state) => new(Words.Of(state), state switch
    {
        Invitation.Types.State.Open => Tone.Good,
        Invitation.Types.State.Used => Tone.Plain,
        _ => Tone.Faint,
    });
}
