using System.CommandLine;
using CollectiveImpact.Cli.Failures;
using CollectiveImpact.Cli.Nodes;
using CollectiveImpact.Cli.Output;

namespace CollectiveImpact.Cli.CommandLine;

/// <summary>Gives commands what they do, and ends each with an exit code and never with a stack trace.</summary>
internal sealed class CommandRunner(Terminal terminal, TimeProvider time, Option<bool> json)
{
    /// <summary>A command that speaks to no node, or finds it by itself.</summary>
    public Command Runs(Command command, Func<Session, CancellationToken, Task<int>> run)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var session = new Session(terminal, time, parsed, parsed.GetValue(json));
            try
            {
                return await run(session, cancellationToken);
            }
            catch (CliFailure failure)
            {
                return FailureReport.Write(failure, session.Error, session.Json);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return FailureReport.Write(
                    new(ExitCodes.Refused, "CANCELLED", "", "It was interrupted before it was done."), session.Error, session.Json);
            }
        });
        return command;
    }

    /// <summary>A command that speaks to a node as its operator.</summary>
    /// <param name="command">The command; the options that say which node are added to it.</param>
    /// <param name="addressIsTaken">Whether it has an --address of its own.</param>
    /// <param name="run">What it does.</param>
    public Command RunsAtNode(Command command, bool addressIsTaken, Func<Session, OperatorConnection, CancellationToken, Task<int>> run)
    {
        var options = new NodeOptions(addressIsTaken);
        options.AddTo(command);
        return Runs(command, async (session, cancellationToken) =>
        {
            var (address, token) = options.Read(session.Parsed, terminal);
            using var node = new OperatorConnection(address, token);
            return await run(session, node, cancellationToken);
        });
    }

    public Command RunsAtNode(Command command, Func<Session, OperatorConnection, CancellationToken, Task<int>> run) =>
        RunsAtNode(command, addressIsTaken: false, run);
}
