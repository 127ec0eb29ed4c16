namespace CollectiveImpact.Simulation.Stores;

/// <summary>A node's data folder, and its database's files as bytes.</summary>
internal sealed class NodeFiles(string folder)
{
    private static readonly string[] Names = ["node.db", "node.db-wal"];

    public string Folder => folder;

    public string Database => Path.Combine(folder, "node.db");

    /// <summary>The database as it lies there: of a process that runs, as of its last commit.</summary>
    public IReadOnlyDictionary<string, byte[]> Copy() => Names
        .Where(name => File.Exists(Path.Combine(folder, name)))
        .ToDictionary(name => name, name => Read(Path.Combine(folder, name)));

    /// <summary>Puts a copy in the place of what is there.</summary>
    public void Put(IReadOnlyDictionary<string, byte[]> copy)
    {
        Clear();
        foreach (var (name, bytes) in copy) File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }

    public void Clear()
    {
        foreach (var name in Names.Append("node.db-shm")) File.Delete(Path.Combine(folder, name));
    }

    /// <summary>Leaves a backup to be taken up at the next start.</summary>
    public void LeaveBackup(byte[] backup) => File.WriteAllBytes(Path.Combine(folder, "restore.backup"), backup);

    private static byte[] Read(string path)
    {
        // The process that has it open writes to it as well.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
