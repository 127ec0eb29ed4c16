using System.Security.Cryptography;
using CollectiveImpact.Cli.Backups;
using CollectiveImpact.Cli.Tests.Fakes;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Cli.Tests.Backups;

/// <summary>From a running node into a file, and from the file into a stopped node's folder.</summary>
public sealed class BackupAndRestoreTests : IAsyncLifetime
{
    private static readonly byte[] Stream = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7))];

    private readonly TestFolder work = new();
    private FakeNode node = null!;

    private string File => work.In("ontario.backup");

    private string Data => work.In("data");

    public async Task InitializeAsync()
    {
        node = await FakeNode.StartAsync();
        node.Operator.Streams<BackupRequest>(Chunks());
    }

    public async Task DisposeAsync()
    {
        await node.DisposeAsync();
        work.Dispose();
    }

    [Fact]
    public async Task A_backup_without_the_key_says_so()
    {
        var outcome = (await node.RunAsync("backup", File)).Ends(0);

        Assert.Contains("but not its key", outcome.Error, StringComparison.Ordinal);
        using var backup = BackupReader.Open(File);
        Assert.False(backup.Header.HoldsKey);
        Assert.Equal(("Ontario", "provincial", FakeOperator.NodeId, 1302), (backup.Header.Name, backup.Header.Level, backup.Header.Node, backup.Header.Head));
    }

    [Fact]
    public async Task A_backup_on_the_nodes_own_machine_holds_its_key()
    {
        node.Data.Write("node.key", "the key");

        var outcome = (await node.RunAsync("backup", File)).Ends(0);

        Assert.Contains("whoever has this file can be the node", outcome.Error, StringComparison.Ordinal);
        using var backup = BackupReader.Open(File);
        Assert.Equal("the key"u8.ToArray(), backup.Key.ToArray());
    }

    [Fact]
    public async Task The_first_key_of_another_node_is_found_out()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        node.Operator.Status.Keys = 1;
        node.Data.Write("node.key", key.ExportPkcs8PrivateKeyPem());
        Assert.Contains("is not that of Ontario", (await node.RunAsync("backup", File)).Ends(2).Error, StringComparison.Ordinal);

        node.Operator.Status.Node.Node_ = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
        (await node.RunAsync("backup", File)).Ends(0);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_leaves_no_file()
    {
        node.Operator.Streams<BackupRequest>(Chunks().Take(2), new RpcException(new(StatusCode.Unavailable, "the node is stopping")));

        (await node.RunAsync("backup", File)).Ends(3);

        Assert.Empty(Directory.GetFiles(work.Path));
    }

    [Fact]
    public async Task A_restored_folder_holds_the_key_and_what_the_service_takes_up()
    {
        node.Data.Write("node.key", "the key");
        await node.RunAsync("backup", File);

        var outcome = (await RestoreAsync()).Ends(0);

        Assert.Equal("the key", System.IO.File.ReadAllText(Path.Combine(Data, "node.key")));
        Assert.Equal(Stream, System.IO.File.ReadAllBytes(Path.Combine(Data, "restore.backup")));
        Assert.Contains($"dotnet run --project services/Provincial -- --urls URL --Nest:Data=\"{Data}\" --Nest:Name=\"Ontario\"", outcome.Error, StringComparison.Ordinal);
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in (string[])["node.key", "restore.backup"])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(Path.Combine(Data, file)));
    }

    [Fact]
    public async Task Without_a_key_anywhere_it_is_refused_and_with_one_in_the_folder_it_is_not()
    {
        await node.RunAsync("backup", File);
        var refused = (await RestoreAsync()).Ends(1);
        Assert.Contains("Copy node.key of Ontario there", refused.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(Path.Combine(Data, "restore.backup")));

        work.Write("data/node.key", "kept elsewhere");
        (await RestoreAsync()).Ends(0);
        Assert.Equal("kept elsewhere", work.Read("data/node.key"));
    }

    [Fact]
    public async Task A_folder_in_which_a_database_stands_is_replaced_only_when_asked_and_nothing_is_deleted()
    {
        node.Data.Write("node.key", "the key");
        await node.RunAsync("backup", File);
        foreach (var (name, text) in (IEnumerable<(string, string)>)[("node.db", "old"), ("node.db-wal", "old wal"), ("node.db-shm", "old shm"), ("node.key", "old key"), ("operator.json", "{}")])
            work.Write($"data/{name}", text);

        Assert.Contains("--replace", (await RestoreAsync()).Ends(1).Error, StringComparison.Ordinal);
        Assert.Equal("old", work.Read("data/node.db"));

        var json = (await RestoreAsync("--replace", "--json")).Ends(0).Json;
        var aside = json.GetProperty("replaced").GetString()!;
        Assert.Equal(Data, Path.GetDirectoryName(aside));
        Assert.Matches(@"^replaced-\d{8}T\d{6}Z$", Path.GetFileName(aside));
        Assert.Equal(
            [("node.db", "old"), ("node.db-shm", "old shm"), ("node.db-wal", "old wal"), ("node.key", "old key")],
            Directory.GetFiles(aside).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), System.IO.File.ReadAllText(path))));
        Assert.Equal("the key", work.Read("data/node.key"));
        Assert.False(System.IO.File.Exists(Path.Combine(Data, "node.db")));
    }

    [Fact]
    public async Task Where_the_backup_brings_no_key_the_folders_own_stays()
    {
        await node.RunAsync("backup", File);
        work.Write("data/node.db", "old");
        work.Write("data/node.key", "own key");

        (await RestoreAsync("--replace")).Ends(0);

        Assert.Equal("own key", work.Read("data/node.key"));
    }

    [Fact]
    public async Task Another_key_is_not_overwritten_unless_asked()
    {
        node.Data.Write("node.key", "the key");
        await node.RunAsync("backup", File);
        work.Write("data/node.key", "another key");

        (await RestoreAsync()).Ends(1);

        Assert.Equal("another key", work.Read("data/node.key"));
    }

    [Fact]
    public async Task A_folder_on_which_a_service_runs_is_left_alone()
    {
        node.Data.Write("node.key", "the key");
        await node.RunAsync("backup", File);
        work.Write("data/node.db", "old");
        using var service = new FileStream(Path.Combine(Data, "node.db.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var outcome = (await RestoreAsync("--replace")).Ends(1);

        Assert.Contains("Stop it, and try again", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("old", work.Read("data/node.db"));
    }

    [Fact]
    public async Task A_damaged_backup_restores_nothing()
    {
        node.Data.Write("node.key", "the key");
        await node.RunAsync("backup", File);
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[^1000] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);

        var outcome = (await RestoreAsync()).Ends(2);

        Assert.Contains("damaged", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_backup_that_is_not_there_and_a_folder_that_is_not_named_are_malformed_input()
    {
        (await RestoreAsync()).Ends(2);
        (await new Nest().RunAsync("restore", File)).Ends(2);
        (await node.RunAsync("backup", work.Path)).Ends(2);
    }

    private Task<Outcome> RestoreAsync(params string[] more) => new Nest().RunAsync(["restore", File, "--data", Data, .. more]);

    private static IEnumerable<BackupChunk> Chunks() => Stream.Chunk(64 * 1024).Select((piece, i) => new BackupChunk
    {
        Content = ByteString.CopyFrom(piece),
        Rows = 4,
        Done = i + 1,
    });
}
