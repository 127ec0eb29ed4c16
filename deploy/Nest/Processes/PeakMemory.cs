using System.Globalization;

namespace CollectiveImpact.Nest.Processes;

internal static class PeakMemory
{
    private const string Line = "VmHWM:";

    /// <summary>The most memory that a process has had, in MB; null where the system does not tell.</summary>
    public static int? Of(int processId)
    {
        var path = $"/proc/{processId}/status";
        if (!File.Exists(path))
            return null;
        var line = File.ReadLines(path).FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal));
        return line is null ? null : int.Parse(line[Line.Length..].Replace("kB", ""), CultureInfo.InvariantCulture) / 1024;
    }
}
