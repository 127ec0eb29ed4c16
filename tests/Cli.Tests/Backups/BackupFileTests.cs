using System.Text;
using CollectiveImpact.Cli.Backups;

namespace CollectiveImpact.Cli.Tests.Backups;

/// <summary>The container of a backup.</summary>
public sealed class BackupFileTests : IDisposable
{
    private static readonly BackupHeader Header = new(
        new string('a', 64), "local", "Hamilton \"Ça va\"", new string('b', 32), 1302, "0.3.0", new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), 0);

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(241, 300_000)]
    public void What_is_written_is_read(int keyBytes, int contentBytes)
    {
        var (key, content) = (Bytes(keyBytes, 1), Bytes(contentBytes, 2));
        var path = Write(key, content);

        using var backup = BackupReader.Open(path);

        Assert.Equal(Header with { KeyBytes = keyBytes }, backup.Header);
        Assert.Equal(key, backup.Key.ToArray());
        Assert.Equal(content, Content(backup));
    }

    [Fact]
    public void It_begins_with_its_name_and_a_line_of_json()
    {
        var lines = Encoding.UTF8.GetString(File.ReadAllBytes(Write([], []))).Split('\n');

        Assert.Equal("nest backup 1", lines[0]);
        Assert.Equal(
            $$"""{"node":"{{Header.Node}}","level":"local","name":"Hamilton \"Ça va\"","log":"{{Header.Log}}","head":1302,"release":"0.3.0","madeAt":"2026-11-22T10:00:00+00:00","keyBytes":0}""",
            lines[1]);
    }

    [Fact]
    public void Only_its_owner_can_read_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Write([1], [2])));
    }

    [Fact]
    public void Any_byte_that_is_changed_is_found_out()
    {
        var path = Write(Bytes(20, 1), Bytes(100, 2));
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < whole.Length; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= 1;
            File.WriteAllBytes(path, damaged);
            Assert.Throws<InvalidDataException>(() => BackupReader.Open(path));
        }
    }

    [Fact]
    public void Any_end_that_is_cut_off_is_found_out()
    {
        var path = Write(Bytes(20, 1), Bytes(100, 2));
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Throws<InvalidDataException>(() => BackupReader.Open(path));
        }
    }

    [Fact]
    public void A_backup_that_breaks_off_leaves_the_one_before()
    {
        var path = Write([], Bytes(10, 2));

        using (var writer = BackupWriter.Begin(path, Header, []))
            writer.Add(Bytes(1000, 3));

        using var backup = BackupReader.Open(path);
        Assert.Equal(Bytes(10, 2), Content(backup));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_later_release_is_told_from_a_file_of_another_kind()
    {
        Assert.Contains("later release", Assert.Throws<InvalidDataException>(() => BackupReader.Open(folder.Write("later", "nest backup 2\n" + new string('x', 100)))).Message, StringComparison.Ordinal);
        Assert.Contains("no backup of a node", Assert.Throws<InvalidDataException>(() => BackupReader.Open(folder.Write("other", "SQLite format 3"))).Message, StringComparison.Ordinal);
    }

    private string Write(byte[] key, byte[] content)
    {
        var path = folder.In("node.backup");
        using var writer = BackupWriter.Begin(path, Header, key);
        foreach (var piece in content.Chunk(64 * 1024))
            writer.Add(piece);
        writer.Finish();
        return path;
    }

    private static byte[] Content(BackupReader backup)
    {
        using var content = new MemoryStream();
        backup.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
