using System.CommandLine;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Output;

namespace CollectiveImpact.Cli.Keys;

/// <summary><c>nest key rotate</c>.</summary>
internal static class KeyCommand
{
    public static Command Create(CommandRunner runner)
    {
        var rotate = runner.RunsAtNode(new("rotate", "Gives the node a new key. Its id and its links stay."), async (session, node, cancellationToken) =>
        {
            var rotated = await node.CallAsync(options => node.Operator.RotateKeyAsync(new(), options), cancellationToken);
            session.Print(rotated, screen =>
            {
                screen.Sentence($"The node signs with a new key now, its {Ordinal(rotated.Keys)}.", Tone.Good);
                var facts = new FactList(screen, nameWidth: 6);
                facts.Add("key", rotated.Key);
                facts.Add("node", rotated.Node);
            });
            session.Explain("The key in an earlier backup is no longer the node's. Make a new backup:");
            session.Suggest("nest backup FILE");
            return ExitCodes.Good;
        });
        return new Command("key", "Replaces the node's key: nest key rotate.") { rotate };
    }

    private static string Ordinal(int number) => (number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => $"{number}th",
        (_, 1) => $"{number}st",
        (_, 2) => $"{number}nd",
        (_, 3) => $"{number}rd",
        _ => $"{number}th",
    };
}
