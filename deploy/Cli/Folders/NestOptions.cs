using System.CommandLine;
using CollectiveImpact.Cli.Nodes;
using CollectiveImpact.Cli.Output;

namespace CollectiveImpact.Cli.Folders;

/// <summary>Which nest is meant: what a gateway reaches, or what one node knows.</summary>
internal sealed class NestOptions
{
    private readonly NodeOptions node = new();

    private readonly Option<string?> gateway = new("--gateway")
    {
        Description = "The gateway's address, or that of a node. Without it, the node that --data or --node names.",
        HelpName = "URL",
    };

    public void AddTo(Command command)
    {
        command.Add(gateway);
        node.AddTo(command);
    }

    public string Address(ParseResult parsed, Terminal terminal) => Addresses.Show(
        parsed.GetValue(gateway) is { } given ? Addresses.Parse("--gateway", given) : node.Address(parsed, terminal));
}
