using System.Globalization;

namespace CollectiveImpact.Postgres.Testing;

/// <summary>Where PostgreSQL's server programs are on this machine.</summary>
internal static class PostgresBinaries
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>The folder that holds <c>postgres</c> and <c>initdb</c>.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Find() => Find(Debian, Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <param name="debian">Holds a folder a major version, each with its <c>bin</c>.</param>
    /// <param name="path">Folders to look in when there is none, as in the environment's PATH.</param>
    internal static string Find(string debian, string path)
    {
        var versions = Directory.Exists(debian)
            ? Directory.EnumerateDirectories(debian).OrderByDescending(Version).Select(version => Path.Combine(version, "bin"))
            : [];
        return versions.Concat(path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)).FirstOrDefault(HasServer)
            ?? throw new InvalidOperationException(
                $"There is no PostgreSQL server on this machine, neither in {debian} nor on the PATH. Run `bash tests/run` first: it installs Debian's.");
    }

    private static bool HasServer(string folder) =>
        File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));

    // Debian numbers its folders 15, 17 and, before 10, 9.6.
    private static double Version(string folder) =>
        double.TryParse(Path.GetFileName(folder), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
