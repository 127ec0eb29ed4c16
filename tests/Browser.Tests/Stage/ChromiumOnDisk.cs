namespace CollectiveImpact.Browser.Tests.Stage;

/// <summary>The browser that the system has: none is downloaded for tests.</summary>
internal static class ChromiumOnDisk
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    public static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("There is no Chromium. `bash tests/run` installs Debian's; elsewhere, put one into PATH.");
    }
}
