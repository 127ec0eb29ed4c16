namespace CollectiveImpact.Benchmarks.Routing;

/// <summary>Programs of this machine that the benchmark calls.</summary>
internal static class Programs
{
    /// <exception cref="InvalidOperationException">One is missing.</exception>
    public static void Demand(params string[] names)
    {
        var missing = names.Where(name => Find(name) is null).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException($"{string.Join(" and ", missing)} is not there. Run `bash tests/Benchmarks/install` first: it installs Debian's.");
    }

    /// <summary>Where a program is; null where it is not.</summary>
    public static string? Find(string name) =>
        // Debian keeps servers where only administrators look.
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
