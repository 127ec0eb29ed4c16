namespace CollectiveImpact.Nest.DataFolders;

/// <summary>Where the databases, keys and logs of a run lie: a folder that is kept, or one that is removed at the end.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream? claim;
    private readonly bool kept;

    private DataFolder(string path, FileStream? claim)
    {
        Path = path;
        this.claim = claim;
        kept = claim is not null;
    }

    public string Path { get; }

    /// <param name="path">The folder to keep; null for one that is removed.</param>
    public static DataFolder Open(string? path)
    {
        try
        {
            return path is null
                ? new(Directory.CreateTempSubdirectory("nest-").FullName, null)
                : new(Directory.CreateDirectory(System.IO.Path.GetFullPath(path)).FullName, Claim(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunFailure($"The data folder cannot be used: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        claim?.Dispose();
        if (!kept)
            Directory.Delete(Path, recursive: true);
    }

    // Two nests that write the same databases would ruin both.
    private static FileStream Claim(string path)
    {
        var file = System.IO.Path.Combine(path, "in-use");
        try
        {
            return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw new RunFailure($"{path} is in use by another run. End that one first, or name another folder with --data.", e);
        }
    }
}
