using System.CommandLine;
using System.CommandLine.Help;
using CollectiveImpact.Cli.Backups;
using CollectiveImpact.Cli.Failures;
using CollectiveImpact.Cli.Folders;
using CollectiveImpact.Cli.Joining;
using CollectiveImpact.Cli.Keys;
using CollectiveImpact.Cli.Links;
using CollectiveImpact.Cli.Output;
using CollectiveImpact.Cli.Status;
using CollectiveImpact.Cli.Verifying;

namespace CollectiveImpact.Cli.CommandLine;

/// <summary>The command line of <c>nest</c>.</summary>
internal static class NestCommandLine
{
    // A text that begins with @ is a text, and not the name of a file with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command, and answers its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, TimeProvider time)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document; errors too, on standard error.", Recursive = true };
        var parsed = Create(terminal, time, json).Parse(args, Parsing);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction and not HelpWithExitCodes)
        {
            // A command that is not known is told as one that is missing, and then once more by its name.
            var errors = parsed.Errors.Where(error => parsed.Errors.Count == 1 || parsed.CommandResult.Command is not RootCommand || parsed.UnmatchedTokens.Any(error.Message.Contains));
            var message = string.Join(" ", errors.Select(error => error.Message.TrimEnd('.') + "."));
            var help = string.Join(' ', parsed.CommandResult.Command.Parents.OfType<Command>().Select(_ => "nest").Append(parsed.CommandResult.Command.Name).Distinct());
            return FailureReport.Write(
                CliFailure.Malformed("", $"{message} See {help} --help."), new(terminal.Error, terminal.IsErrorRead, terminal.Width), args.Contains("--json"));
        }
        return await parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error });
    }

    private static RootCommand Create(Terminal terminal, TimeProvider time, Option<bool> json)
    {
        var runner = new CommandRunner(terminal, time, json);
        var root = new RootCommand("Operates a node of the nest: who may join it, how its links are, its figures, keys and backups.")
        {
            InviteCommand.Create(runner),
            InvitationsCommand.Create(runner),
            JoinCommand.Create(runner),
            StatusCommand.Create(runner),
            RefusedCommand.Create(runner),
            ImportCommand.Create(runner),
            ExportCommand.Create(runner),
            BackupCommand.Create(runner),
            RestoreCommand.Create(runner),
            VerifyCommand.Create(runner),
            KeyCommand.Create(runner),
            StandingCommands.Suspend(runner),
            StandingCommands.Resume(runner),
            StandingCommands.Remove(runner),
        };
        root.Add(json);
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new HelpWithExitCodes((HelpAction)option.Action!);
        return root;
    }
}
