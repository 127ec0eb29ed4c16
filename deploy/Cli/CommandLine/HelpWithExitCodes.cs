using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CollectiveImpact.Cli.CommandLine;

/// <summary>The help, and for <c>nest</c> itself what holds for every command.</summary>
internal sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
{
    private const string Everywhere = """
        Which node:
          Commands that speak to a node take --data DIR, its data folder, and read its address
          and its token from operator.json there; or --node URL with --token-file FILE.
          The environment may say the same: NEST_DATA, NEST_TOKEN.

        Exit codes:
          0  good
          1  the node refused, or something is wrong with what was looked at
          2  malformed input: the command line, a folder or a file
          3  the node does not answer
        """;

    public override int Invoke(ParseResult parseResult)
    {
        var outcome = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is RootCommand)
            parseResult.InvocationConfiguration.Output.WriteLine(Everywhere);
        return outcome;
    }
}
