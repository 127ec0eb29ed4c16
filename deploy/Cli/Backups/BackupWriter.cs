using System.Security.Cryptography;
using System.Text.Json;

namespace CollectiveImpact.Cli.Backups;

/// <summary>Writes a backup. Only its owner can read it, and its name stands for all of it or for what was there before.</summary>
internal sealed class BackupWriter : IDisposable
{
    private readonly string path;
    private readonly FileStream file;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool whole;

    private BackupWriter(string path, FileStream file) => (this.path, this.file) = (path, file);

    /// <summary>Begins a backup beside the file that it will be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">What it says of itself; <see cref="BackupHeader.KeyBytes"/> is taken from the key.</param>
    /// <param name="key">What stands in <c>node.key</c>; empty where it is not within.</param>
    public static BackupWriter Begin(string path, BackupHeader header, ReadOnlySpan<byte> key)
    {
        var full = Path.GetFullPath(path);
        var unfinished = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}");
        var writer = new BackupWriter(full, PrivateFile.Create(unfinished));
        writer.Add(BackupFormat.Magic);
        writer.Add(JsonSerializer.SerializeToUtf8Bytes(header with { KeyBytes = key.Length }, BackupFormat.Json));
        writer.Add("\n"u8);
        writer.Add(key);
        return writer;
    }

    /// <summary>Bytes written so far.</summary>
    public long Length => file.Length;

    /// <summary>The next piece of the node's stream.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        hash.AppendData(piece);
        file.Write(piece);
    }

    /// <summary>The stream has ended: the file takes its name.</summary>
    public void Finish()
    {
        file.Write(hash.GetCurrentHash());
        file.Flush(flushToDisk: true);
        file.Dispose();
        File.Move(file.Name, path, overwrite: true);
        whole = true;
    }

    public void Dispose()
    {
        hash.Dispose();
        if (whole)
            return;
        // What broke off is no backup, and must not pass for one.
        file.Dispose();
        File.Delete(file.Name);
    }
}
