using System.CommandLine;
using System.CommandLine.Parsing;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Nodes;
using CollectiveImpact.Cli.Output;
using CollectiveImpact.V1;

namespace CollectiveImpact.Cli.Joining;

/// <summary><c>nest invite</c>: the invitation alone on standard output, all about it on standard error.</summary>
internal static class InviteCommand
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(7);

    public static Command Create(CommandRunner runner)
    {
        var level = new Option<Level>("--level")
        {
            Description = "The level of the node that may join: local or provincial.",
            HelpName = "LEVEL",
            Required = true,
            CustomParser = ReadLevel,
        };
        var initiatives = new Option<string[]>("--initiative")
        {
            Description = "An initiative that it may host: an id, ca.on.* for all whose id begins with ca.on., or * for any. May be given again.",
            HelpName = "ID",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
        };
        var valid = new Option<TimeSpan?>("--valid")
        {
            Description = "For how long it is good: 12h, 90m, at most 30d. Without it, 7d.",
            HelpName = "SPAN",
            CustomParser = Durations.Parse,
        };
        var address = new Option<string?>("--address")
        {
            Description = "Where the node that joins reaches this one. Without it, the address at which this call reaches it.",
            HelpName = "URL",
        };
        var note = new Option<string?>("--note")
        {
            Description = "What you want to remember it by. Only this node keeps it.",
            HelpName = "TEXT",
        };
        var command = new Command("invite", "Makes an invitation for one node to join below this one. Its text is printed once, and stands nowhere else.")
        {
            level, initiatives, valid, address, note,
        };
        return runner.RunsAtNode(command, addressIsTaken: true, async (session, node, cancellationToken) =>
        {
            var parsed = session.Parsed;
            var request = new InviteRequest
            {
                Level = parsed.GetValue(level),
                Initiatives = { parsed.GetValue(initiatives) },
                ValidSeconds = (long)(parsed.GetValue(valid) ?? Usual).TotalSeconds,
                Address = parsed.GetValue(address) is { } given ? Addresses.Show(Addresses.Parse("--address", given)) : "",
                Note = parsed.GetValue(note) ?? "",
            };
            var answer = await node.CallAsync(options => node.Operator.InviteAsync(request, options), cancellationToken);
            session.Print(answer, screen => screen.Line(answer.Text));
            var invitation = answer.Invitation;
            session.Explain(
                $"Invitation {invitation.Number}, for one {Words.Of(invitation.Level)} node that may host {string.Join(", ", invitation.Initiatives)}; good until {Words.Time(invitation.Expires)}.");
            session.Explain("Hand it to the other operator on a way that only they read. They paste it into this, where DIR is their own node's data folder:");
            session.Suggest("nest join - --data DIR");
            session.Explain("To take it back:");
            session.Suggest($"nest invitations withdraw {invitation.Number}");
            return ExitCodes.Good;
        });
    }

    private static Level ReadLevel(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "local": return Level.Local;
            case "provincial": return Level.Provincial;
            case "national": return Level.National;
            default:
                result.AddError($"'{result.Tokens[0].Value}' is no level; write local or provincial.");
                return default;
        }
    }
}
