namespace CollectiveImpact.Cli.Backups;

/// <summary>Files that only their owner can read, from their first moment on.</summary>
internal static class PrivateFile
{
    /// <summary>A new file. It must not be there yet.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }

    /// <summary>Writes a file beside its place, and names it. Moved to its place it is whole from its first moment on.</summary>
    public static string WriteBeside(string path, Action<Stream> write)
    {
        var unfinished = path + ".new";
        File.Delete(unfinished);
        using var file = Create(unfinished);
        try
        {
            write(file);
            file.Flush(flushToDisk: true);
            return unfinished;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
