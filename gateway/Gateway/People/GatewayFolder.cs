namespace CollectiveImpact.Gateway.People;

/// <summary>What lies in the gateway's folder.</summary>
internal sealed record GatewayFolder(string Path)
{
    public string Database => System.IO.Path.Combine(Path, "people.db");

    /// <summary>The keys of cookies and forms.</summary>
    public DirectoryInfo Keys => new(System.IO.Path.Combine(Path, "keys"));

    public string FirstAdministrator => System.IO.Path.Combine(Path, "first-administrator");

    /// <summary>Writes a file that its owner alone may read.</summary>
    public void WriteOwn(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new StreamWriter(file, options);
        stream.Write(text);
    }
}
