using System.CommandLine;
using System.Text.Json.Nodes;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Failures;
using CollectiveImpact.Cli.Output;
using CollectiveImpact.NestFolder;
using CollectiveImpact.NestLoading;
using Grpc.Core;

namespace CollectiveImpact.Cli.Folders;

/// <summary><c>nest export</c>: writes a nest folder that <c>nest import</c> takes again.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandRunner runner)
    {
        var directory = new Argument<string>("DIR") { Description = "The folder to make. It must not be there yet, or be empty." };
        var under = new Option<string?>("--under")
        {
            Description = "Only this initiative and what is aligned with it, at any depth. Those above come along by name, without their figures.",
            HelpName = "INITIATIVE",
        };
        var options = new NestOptions();
        var command = new Command("export", "Writes what stands in the nest as a folder that import takes again.") { directory, under };
        options.AddTo(command);
        return runner.Runs(command, async (session, cancellationToken) =>
        {
            var path = Path.GetFullPath(session.Parsed.GetValue(directory)!);
            if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
                throw CliFailure.Malformed("DIR", $"{path} is there already. Name a folder that is not, or an empty one.");
            var address = options.Address(session.Parsed, session.Terminal);
            var snapshot = await ReadAsync(session, address, session.Parsed.GetValue(under) ?? "", cancellationToken);
            var exported = new SnapshotFolder(snapshot);
            var folder = exported.Create();
            var faults = Write(folder, path);
            return Report(session, path, folder, snapshot, [.. exported.LeftOut()], faults);
        });
    }

    private static async Task<Snapshot> ReadAsync(Session session, string address, string under, CancellationToken cancellationToken)
    {
        try
        {
            using var nest = new NestConnection(address);
            Snapshot? snapshot = null;
            await session.ShowAsync([NestReader.Stage], async progress =>
                snapshot = await new NestReader(nest, progress).ReadAsync(under, cancellationToken));
            return snapshot!;
        }
        catch (RpcException e)
        {
            throw cancellationToken.IsCancellationRequested ? new OperationCanceledException(e.Message, e, cancellationToken) : CallFailure.Of(e, address);
        }
    }

    /// <summary>Writes the folder under another name, reads it again, and gives it its own.</summary>
    private static IReadOnlyList<FolderFault> Write(Folder folder, string path)
    {
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(unfinished);
            folder.Write(unfinished);
            var faults = Folder.Read(unfinished).Faults;
            if (Directory.Exists(path))
                Directory.Delete(path);
            Directory.Move(unfinished, path);
            return faults;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            throw CliFailure.Refused("DIR", $"{path} could not be written: {e.Message}");
        }
    }

    private static int Report(
        Session session, string path, Folder folder, Snapshot snapshot, IReadOnlyList<(string What, bool ChangesFigures)> leftOut, IReadOnlyList<FolderFault> faults)
    {
        session.Print(
            () => new JsonObject
            {
                ["folder"] = path,
                ["initiatives"] = folder.Initiatives.Rows.Count,
                ["indicators"] = folder.Indicators.Count,
                ["reports"] = folder.Reports.Count,
                ["observations"] = folder.ObservationCount,
                ["published"] = folder.Published.Count,
                ["elsewhere"] = snapshot.Elsewhere,
                ["leftOut"] = new JsonArray([.. leftOut.Select(each => JsonValue.Create(each.What))]),
                ["faults"] = new JsonArray([.. faults.Select(fault => JsonValue.Create(fault.ToString()))]),
            },
            screen => screen.Line(
                $"{path}: {Words.Count(folder.Initiatives.Rows.Count, "initiative")}, {Words.Count(folder.Indicators.Count, "indicator")}, {Words.Count(folder.ObservationCount, "observation")} in {Words.Count(folder.Reports.Count, "report")}, {Words.Count(folder.Published.Count, "published figure")}"));
        if (snapshot.Elsewhere > 0)
            session.Explain($"Not in it are the figures of {Words.Count(snapshot.Elsewhere, "other initiative")}, which are kept at other nodes.");
        foreach (var (what, changesFigures) in leftOut)
            session.Explain($"Left out, because a folder cannot hold it: {what}.", changesFigures ? Tone.Notice : Tone.Faint);
        foreach (var fault in faults)
            session.Explain($"nest import will not take it before this is mended: {fault}", Tone.Bad);
        return faults.Count > 0 || leftOut.Any(each => each.ChangesFigures) ? ExitCodes.Refused : ExitCodes.Good;
    }
}
