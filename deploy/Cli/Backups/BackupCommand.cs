using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Failures;
using CollectiveImpact.Cli.Nodes;
using CollectiveImpact.Cli.Output;
using CollectiveImpact.NestLoading.Progress;
using CollectiveImpact.V1;

namespace CollectiveImpact.Cli.Backups;

/// <summary><c>nest backup</c>: all that a running node knows, in one file.</summary>
internal static class BackupCommand
{
    private static readonly Stage Rows = new("rows saved", One: "row saved");

    public static Command Create(CommandRunner runner)
    {
        var file = new Argument<string>("FILE") { Description = "Where the backup goes. A backup that is there is replaced once the new one is whole." };
        var options = new NodeOptions();
        var command = new Command("backup", "Saves all that a running node knows, and its key where that can be read.") { file };
        options.AddTo(command);
        return runner.Runs(command, async (session, cancellationToken) =>
        {
            var path = session.Parsed.GetValue(file)!;
            if (Directory.Exists(path))
                throw CliFailure.Malformed("FILE", $"{path} is a folder; name a file in it.");
            var (address, token) = options.Read(session.Parsed, session.Terminal);
            using var node = new OperatorConnection(address, token);
            var status = await node.CallAsync(call => node.Operator.GetStatusAsync(new(), call), cancellationToken);
            var key = ReadKey(options.Folder(session.Parsed, session.Terminal), status, out var keyPath);
            var header = new BackupHeader(
                status.Node.Node_, Words.Of(status.Node.Level), status.Node.Name, status.Node.Log, status.Node.Head, status.Release,
                session.Time.GetUtcNow(), key.Length);
            var size = await SaveAsync(session, node, path, header, key, cancellationToken);
            session.Print(
                () => new JsonObject { ["file"] = Path.GetFullPath(path), ["bytes"] = size, ["header"] = JsonSerializer.SerializeToNode(header, BackupFormat.Json) },
                screen => screen.Line($"{path}: {Words.Bytes(size)}, {header.Name} ({header.Level}), up to document {Words.Number(header.Head)} or later"));
            session.Explain(header.HoldsKey
                ? $"It holds everything that the node knows, and its key: whoever has this file can be the node. Keep it as you keep {keyPath}."
                : $"It holds everything that the node knows, but not its key: {NodeFolder.KeyName} could not be read here. Keep a copy of {NodeFolder.KeyName} from the node's data folder, or say --data DIR on the node's own machine.");
            return ExitCodes.Good;
        });
    }

    private static async Task<long> SaveAsync(
        Session session, OperatorConnection node, string path, BackupHeader header, byte[] key, CancellationToken cancellationToken)
    {
        try
        {
            using var writer = BackupWriter.Begin(path, header, key);
            await session.ShowAsync([Rows], async progress =>
            {
                var done = -1L;
                await node.ReadAsync(
                    options => node.Operator.Backup(new(), options),
                    chunk =>
                    {
                        if (done < 0)
                        {
                            progress.Begin(Rows, chunk.Rows);
                            done = 0;
                        }
                        writer.Add(chunk.Content.Span);
                        progress.Advance(Rows, chunk.Done - done);
                        done = chunk.Done;
                        return ValueTask.CompletedTask;
                    },
                    cancellationToken);
            });
            writer.Finish();
            return new FileInfo(path).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliFailure.Refused("FILE", $"The backup could not be written: {e.Message} Free some space, or name another place.");
        }
    }

    /// <summary>The node's key, where its data folder can be looked into; otherwise nothing.</summary>
    private static byte[] ReadKey(string? folder, NodeStatus status, out string path)
    {
        path = folder is null ? NodeFolder.KeyName : Path.Combine(folder, NodeFolder.KeyName);
        if (folder is null)
            return [];
        byte[] key;
        try
        {
            key = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is said at the end that the key is not within.
            return [];
        }
        // A node that has its first key is called after it. A later one can only be told by the node itself.
        if (status.Keys == 1 && Fingerprint(key) is var owner && owner != status.Node.Node_)
        {
            throw CliFailure.Malformed(
                "--data", $"The key in {path} is not that of {status.Node.Name}, which answers at the address given. Name the data folder of that node.");
        }
        return key;
    }

    private static string Fingerprint(byte[] pem)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(Encoding.ASCII.GetString(pem));
            return Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return "";
        }
    }
}
