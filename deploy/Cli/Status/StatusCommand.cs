using System.CommandLine;
using System.Text.Json.Nodes;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Output;

namespace CollectiveImpact.Cli.Status;

/// <summary><c>nest status</c>: the node, its links, and who holds the functions of what it hosts.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("status", "Shows the node, how far its links are, and who holds the functions of its initiatives.");
        return runner.RunsAtNode(command, async (session, node, cancellationToken) =>
        {
            var status = await node.CallAsync(options => node.Operator.GetStatusAsync(new(), options), cancellationToken);
            var maps = await new HostedMaps(node).ReadAsync(status.Node, cancellationToken);
            session.Print(
                () => new JsonObject { ["status"] = Json.Of(status), ["functionMaps"] = Json.Of(maps) },
                screen =>
                {
                    var now = session.Time.GetUtcNow();
                    NodeView.Write(screen, status, now);
                    screen.Line();
                    LinksView.Write(screen, status.Links, now);
                    screen.Line();
                    FunctionsView.Write(screen, maps);
                });
            return ExitCodes.Good;
        });
    }
}
