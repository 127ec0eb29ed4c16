namespace CollectiveImpact.Faults.Tests.Kills;

/// <summary>What services said last, for the message of a test that failed.</summary>
internal static class LastWords
{
    private const int Lines = 25;

    public static string Of(string folder) => string.Join(
        Environment.NewLine, Directory.GetFiles(folder, "*.log").Order(StringComparer.Ordinal).SelectMany(file => Read(file).TakeLast(Lines).Prepend($"--- {Path.GetFileName(file)}")));

    private static List<string> Read(string file)
    {
        // Its service may be writing to it still.
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        List<string> lines = [];
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }
}
