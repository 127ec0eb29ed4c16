using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Failures;
using CollectiveImpact.Cli.Output;

namespace CollectiveImpact.Cli.Backups;

/// <summary><c>nest restore</c>: puts a backup into the data folder of a node that is not running.</summary>
internal static class RestoreCommand
{
    public static Command Create(CommandRunner runner)
    {
        var file = new Argument<string>("FILE") { Description = "A backup that nest backup has written." };
        var data = new Option<string?>("--data") { Description = "The data folder of the stopped node; it is made where there is none. NEST_DATA may name it instead.", HelpName = "DIR" };
        var replace = new Option<bool>("--replace") { Description = "Move what stands in the folder into a subfolder named after today, and restore all the same. Nothing is deleted." };
        var command = new Command("restore", "Puts a backup into a stopped node's data folder; the service takes it up as it starts.") { file, data, replace };
        return runner.Runs(command, (session, _) =>
        {
            var folder = session.Parsed.GetValue(data) ?? session.Terminal.Variable("NEST_DATA");
            if (string.IsNullOrEmpty(folder))
                throw CliFailure.Malformed("--data", "Into which folder? Say --data DIR, the data folder of the stopped node.");
            try
            {
                using var backup = Open(session.Parsed.GetValue(file)!);
                var aside = Restore(backup, folder, session.Parsed.GetValue(replace), session.Time.GetUtcNow());
                Report(session, backup.Header, folder, aside);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw CliFailure.Refused("--data", $"The backup could not be put into {folder}: {e.Message} Nothing was deleted; try again.");
            }
            return Task.FromResult(ExitCodes.Good);
        });
    }

    private static BackupReader Open(string path)
    {
        try
        {
            return BackupReader.Open(path);
        }
        catch (InvalidDataException e)
        {
            throw CliFailure.Malformed("FILE", $"{path}: {e.Message}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliFailure.Malformed("FILE", $"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>Where what stood in the folder is now; null where nothing did.</summary>
    private static string? Restore(BackupReader backup, string path, bool replace, DateTimeOffset now)
    {
        using var folder = Take(path);
        if (!backup.Header.HoldsKey && !folder.HasKey)
        {
            throw CliFailure.Refused(
                "FILE",
                $"The backup holds no key, and there is none in {path}; a node without its key is another node. Copy {NodeFolder.KeyName} of {backup.Header.Name} there, from its former data folder or from where you keep it, and try again.");
        }
        var otherKey = backup.Header.HoldsKey && folder.HasKey && !folder.HasKeyOf(backup.Key);
        var occupied = folder.HasDatabase || folder.HasPendingRestore || otherKey;
        if (occupied && !replace)
        {
            var what = folder.HasDatabase ? "a node's database" : folder.HasPendingRestore ? "a backup that waits for the service to start" : "the key of another node, or another key of this one";
            throw CliFailure.Refused("--replace", $"In {path} stands {what}. Say --replace to move it into a subfolder and restore all the same, or name another folder.");
        }
        var restore = folder.WriteRestore(backup.CopyTo);
        var aside = occupied ? folder.SetAside(withKey: backup.Header.HoldsKey, now) : null;
        if (backup.Header.HoldsKey && !folder.HasKey)
            folder.WriteKey(backup.Key);
        folder.Place(restore);
        return aside;
    }

    private static NodeFolder Take(string path)
    {
        try
        {
            return NodeFolder.Take(path);
        }
        catch (IOException e) when (Directory.Exists(path))
        {
            throw new CliFailure(
                ExitCodes.Refused, "FAILED_PRECONDITION", "--data", $"A service runs on {path}, or another nest works there. Stop it, and try again.", e);
        }
    }

    private static void Report(Session session, BackupHeader header, string folder, string? aside)
    {
        session.Print(
            () => new JsonObject { ["data"] = Path.GetFullPath(folder), ["replaced"] = aside is null ? null : Path.GetFullPath(aside), ["header"] = JsonSerializer.SerializeToNode(header, BackupFormat.Json) },
            screen =>
            {
                screen.Sentence($"{header.Name} ({header.Level}), as of {Words.Time(header.MadeAt)}, is ready in {folder}.", Tone.Good);
                if (aside is not null)
                    screen.Sentence($"What stood there is in {aside}.");
            });
        var service = $"{char.ToUpperInvariant(header.Level[0])}{header.Level[1..]}";
        session.Explain("Next, start the service with the settings that it had:");
        session.Suggest($"dotnet run --project services/{service} -- --urls URL --Nest:Data=\"{Path.GetFullPath(folder)}\" --Nest:Name=\"{header.Name}\"");
        session.Explain(
            $"As it starts it takes up {NodeFolder.RestoreName} under a new log id and deletes that file; then its links catch up with what was missed.");
    }
}
