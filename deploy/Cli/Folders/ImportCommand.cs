using System.CommandLine;
using System.Text.Json.Nodes;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Failures;
using CollectiveImpact.Cli.Output;
using CollectiveImpact.NestFolder;
using CollectiveImpact.NestLoading;
using Grpc.Core;

namespace CollectiveImpact.Cli.Folders;

/// <summary><c>nest import</c>: loads a nest folder.</summary>
internal static class ImportCommand
{
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(10);

    public static Command Create(CommandRunner runner)
    {
        var directory = new Argument<string>("DIR") { Description = "The nest folder: initiatives.csv, indicators.csv, observations.csv and what else it holds." };
        var options = new NestOptions();
        var command = new Command("import", "Loads a nest folder. Loading it again changes nothing.") { directory };
        options.AddTo(command);
        return runner.Runs(command, async (session, cancellationToken) =>
        {
            // Nothing is loaded before the folder is known to be sound.
            var folder = Read(session.Parsed.GetValue(directory)!);
            var address = options.Address(session.Parsed, session.Terminal);
            using var nest = new NestConnection(address);
            await LoadAsync(session, nest, address, folder, cancellationToken);
            session.Print(
                () => new JsonObject
                {
                    ["initiatives"] = folder.Initiatives.Rows.Count,
                    ["indicators"] = folder.Indicators.Count,
                    ["observations"] = folder.ObservationCount,
                    ["published"] = folder.Published.Count,
                },
                screen => screen.Sentence(
                    $"{Words.Count(folder.Initiatives.Rows.Count, "initiative")}, {Words.Count(folder.Indicators.Count, "indicator")}, {Words.Count(folder.ObservationCount, "observation")} and {Words.Count(folder.Published.Count, "published figure")} stand at {address}.",
                    Tone.Good));
            return ExitCodes.Good;
        });
    }

    private static Folder Read(string directory)
    {
        var reading = Folder.Read(directory);
        return reading.Folder ?? throw new CliFailure(
            ExitCodes.Malformed, "INVALID_ARGUMENT", "DIR", $"{Words.Count(reading.Faults.Count, "fault")} in {directory}; nothing was loaded.")
        {
            Lines = [.. reading.Faults.Select(fault => fault.ToString())],
        };
    }

    private static async Task LoadAsync(Session session, NestConnection nest, string address, Folder folder, CancellationToken cancellationToken)
    {
        try
        {
            // A load waits long for a nest that comes up. Whether there is any is found out first.
            await nest.Registry.ListInitiativesAsync(
                new() { PageSize = 1 }, deadline: (TimeProvider.System.GetUtcNow() + FirstAnswer).UtcDateTime, cancellationToken: cancellationToken);
            await session.ShowAsync(LoadStages.Of(folder), async progress =>
            {
                var loader = new Loader(nest, folder, new(TimeProvider.System), progress);
                await loader.PrepareAsync(cancellationToken);
                await loader.ImportAsync(cancellationToken);
                await loader.CallAsync(new NoJournal(), cancellationToken);
            });
        }
        catch (RpcException e)
        {
            throw cancellationToken.IsCancellationRequested ? new OperationCanceledException(e.Message, e, cancellationToken) : CallFailure.Of(e, address);
        }
        catch (LoadFailure e)
        {
            var failure = CallFailure.Of(e.Answer, address);
            throw new CliFailure(failure.ExitCode, failure.Code, failure.Field, $"{e.What} did not work: {failure.Message}", e);
        }
    }
}
