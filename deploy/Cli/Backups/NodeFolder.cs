namespace CollectiveImpact.Cli.Backups;

/// <summary>The data folder of a node that is not running.</summary>
internal sealed class NodeFolder : IDisposable
{
    public const string KeyName = "node.key";

    /// <summary>What the service takes up at its next start, and then deletes.</summary>
    public const string RestoreName = "restore.backup";

    private const string DatabaseName = "node.db";
    private const string LockName = "node.db.lock";

    private static readonly string[] DatabaseNames = [DatabaseName, DatabaseName + "-wal", DatabaseName + "-shm"];

    private readonly FileStream claim;

    private NodeFolder(string path, FileStream claim) => (Path, this.claim) = (path, claim);

    public string Path { get; }

    public bool HasDatabase => Has(DatabaseName);

    public bool HasKey => Has(KeyName);

    /// <summary>Whether a backup waits for the service to start.</summary>
    public bool HasPendingRestore => Has(RestoreName);

    /// <summary>Takes the folder, so that no service starts on it meanwhile. It is made where there is none.</summary>
    /// <exception cref="IOException">A service holds it.</exception>
    public static NodeFolder Take(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new(path, new(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
    }

    /// <summary>Whether the key that stands here is this one.</summary>
    public bool HasKeyOf(ReadOnlySpan<byte> key) => HasKey && File.ReadAllBytes(In(KeyName)).AsSpan().SequenceEqual(key);

    /// <summary>Moves what a restore replaces into a folder of its own, and names that. Nothing is deleted.</summary>
    /// <param name="withKey">Whether the key goes too: not where the backup brings none.</param>
    /// <param name="now">The day and time that name the folder.</param>
    public string SetAside(bool withKey, DateTimeOffset now)
    {
        var name = $"replaced-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}";
        var aside = In(name);
        for (var i = 2; Directory.Exists(aside); i++)
            aside = In($"{name}-{i}");
        Directory.CreateDirectory(aside);
        // The key last: without it the folder could be taken for one that never had any.
        foreach (var file in (IEnumerable<string>)[.. DatabaseNames, RestoreName, .. withKey ? [KeyName] : Array.Empty<string>()])
        {
            if (Has(file))
                File.Move(In(file), System.IO.Path.Combine(aside, file));
        }
        return aside;
    }

    /// <summary>Puts a key into its place.</summary>
    public void WriteKey(ReadOnlySpan<byte> key)
    {
        var bytes = key.ToArray();
        File.Move(PrivateFile.WriteBeside(In(KeyName), file => file.Write(bytes)), In(KeyName));
    }

    /// <summary>Writes what the service is to take up, beside its place: a disk that is full is found out before anything moves.</summary>
    public string WriteRestore(Action<Stream> write) => PrivateFile.WriteBeside(In(RestoreName), write);

    /// <summary>Puts it into its place.</summary>
    public void Place(string restore) => File.Move(restore, In(RestoreName));

    public void Dispose() => claim.Dispose();

    private bool Has(string name) => File.Exists(In(name));

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
