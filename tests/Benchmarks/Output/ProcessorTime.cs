using System.Globalization;

namespace CollectiveImpact.Benchmarks.Output;

/// <summary>
/// What processes have used of the processors: where several share a machine, it varies less than the time that passes.
/// Linux; elsewhere it is not known.
/// </summary>
internal static class ProcessorTime
{
    // What /proc counts in, on every Linux.
    private const double TicksASecond = 100;

    /// <summary>Of processes and all that they started, those included that have ended; seconds.</summary>
    public static double Of(params IEnumerable<int> roots)
    {
        if (!Directory.Exists("/proc")) return double.NaN;
        var processes = Directory.EnumerateDirectories("/proc")
            .Where(path => int.TryParse(Path.GetFileName(path), out _)).Select(Read).OfType<Stat>().ToList();
        var children = processes.ToLookup(process => process.Parent);
        var own = processes.ToDictionary(process => process.Id);
        return roots.Where(own.ContainsKey).Sum(root => Tree(own[root]));

        double Tree(Stat process) => process.Seconds + children[process.Id].Sum(Tree);
    }

    private static Stat? Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(Path.Combine(path, "stat"));
        }
        catch (IOException)
        {
            // It has just ended: its parent has its time.
            return null;
        }

        // The name, in brackets, may hold anything. After it: state, parent, …, and 14 to 17, the times.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        return new Stat(int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), ticks / TicksASecond);
    }

    private sealed record Stat(int Id, int Parent, double Seconds);
}
