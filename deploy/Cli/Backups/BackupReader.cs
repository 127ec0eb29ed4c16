using System.Security.Cryptography;
using System.Text.Json;

namespace CollectiveImpact.Cli.Backups;

/// <summary>Reads a backup. Nothing of it is handed out before its checksum was found to be right.</summary>
internal sealed class BackupReader : IDisposable
{
    private const int Piece = 128 * 1024;

    private readonly FileStream file;
    private readonly long contentStart;
    private readonly byte[] key;

    private BackupReader(FileStream file, BackupHeader header, byte[] key) =>
        (this.file, Header, this.key, contentStart) = (file, header, key, file.Position);

    public BackupHeader Header { get; }

    /// <summary>What stood in <c>node.key</c>; empty where it is not within.</summary>
    public ReadOnlySpan<byte> Key => key;

    /// <summary>Opens a backup and checks all of it.</summary>
    /// <exception cref="InvalidDataException">It is no backup, or it is damaged.</exception>
    public static BackupReader Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Piece);
        try
        {
            CheckMagic(file);
            CheckHash(file);
            file.Position = BackupFormat.Magic.Length;
            var header = ReadHeader(file);
            if (header.KeyBytes is < 0 or > BackupFormat.LargestKey || file.Position + header.KeyBytes > file.Length - BackupFormat.HashBytes)
                throw Damaged();
            var key = new byte[header.KeyBytes];
            file.ReadExactly(key);
            return new(file, header, key);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Copies the node's gzip stream.</summary>
    public void CopyTo(Stream target)
    {
        file.Position = contentStart;
        foreach (var piece in Pieces(file))
            target.Write(piece.Span);
    }

    public void Dispose() => file.Dispose();

    private static void CheckMagic(FileStream file)
    {
        var magic = new byte[BackupFormat.Magic.Length];
        if (file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) == magic.Length && BackupFormat.Magic.SequenceEqual(magic))
            return;
        throw new InvalidDataException(magic.AsSpan().StartsWith("nest backup "u8)
            ? "the backup is of a later release; restore it with that release's nest"
            : "the file is no backup of a node; name one that nest backup has written");
    }

    private static void CheckHash(FileStream file)
    {
        if (file.Length < BackupFormat.Magic.Length + BackupFormat.HashBytes)
            throw Damaged();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        file.Position = 0;
        foreach (var piece in Pieces(file))
            hash.AppendData(piece.Span);
        var stated = new byte[BackupFormat.HashBytes];
        file.ReadExactly(stated);
        if (!hash.GetCurrentHash().AsSpan().SequenceEqual(stated))
            throw Damaged();
    }

    private static BackupHeader ReadHeader(FileStream file)
    {
        var line = new List<byte>();
        for (var next = file.ReadByte(); next != '\n'; next = file.ReadByte())
        {
            if (next < 0 || line.Count == BackupFormat.LongestHeader)
                throw Damaged();
            line.Add((byte)next);
        }
        try
        {
            return JsonSerializer.Deserialize<BackupHeader>(line.ToArray(), BackupFormat.Json) ?? throw Damaged();
        }
        catch (JsonException)
        {
            throw Damaged();
        }
    }

    // All from here to the checksum.
    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(FileStream file)
    {
        var buffer = new byte[Piece];
        for (var left = file.Length - BackupFormat.HashBytes - file.Position; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0)
                throw Damaged();
            left -= read;
            yield return buffer.AsMemory(0, read);
        }
    }

    private static InvalidDataException Damaged() => new("the backup is damaged or was cut off: its checksum is not that of its content. Use another copy of it");
}
