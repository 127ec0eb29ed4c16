using System.Globalization;

namespace CollectiveImpact.Nest.Tests;

/// <summary>What Linux tells of processes.</summary>
internal static class ProcFile
{
    /// <summary>The processes that another has started: their ids by the assembly each runs, like <c>Local</c>.</summary>
    public static IReadOnlyDictionary<string, int> Children(int parent)
    {
        var children = new Dictionary<string, int>();
        foreach (var directory in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var id) || Parent(directory) != parent)
                continue;
            var arguments = Read(Path.Combine(directory, "cmdline")).Split('\0');
            if (arguments.Length > 1)
                children[Path.GetFileNameWithoutExtension(arguments[1])] = id;
        }
        return children;
    }

    /// <summary>Whether a process is there, and not merely waiting for its end to be noticed.</summary>
    public static bool IsRunning(int id) => Read($"/proc/{id}/stat") is { Length: > 0 } stat && AfterName(stat)[0] != "Z";

    private static int Parent(string directory) =>
        Read(Path.Combine(directory, "stat")) is { Length: > 0 } stat ? int.Parse(AfterName(stat)[1], CultureInfo.InvariantCulture) : 0;

    private static string[] AfterName(string stat) => stat[(stat.LastIndexOf(')') + 2)..].Split(' ');

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            // It has ended since the folder was listed.
            return "";
        }
    }
}
