using System.Globalization;
using System.Text;

namespace CollectiveImpact.Simulation.Running;

/// <summary>What a schedule did, step by step: the end of it in words, the whole of it as a hash.</summary>
internal sealed class Trace(SimulationClock clock, TextWriter? writer = null)
{
    /// <summary>Steps that are kept in words.</summary>
    public const int Kept = 400;

    private readonly Queue<string> _last = new(Kept);
    private ulong _hash = 14695981039346656037;

    public long Steps { get; private set; }

    /// <summary>FNV-1a over all steps: two runs that took the same course have the same.</summary>
    public ulong Hash => _hash;

    public void Say(string words)
    {
        Steps++;
        var line = string.Create(CultureInfo.InvariantCulture, $"{Steps} {clock.Elapsed:d\\.hh\\:mm\\:ss\\.fff} {words}");
        foreach (var one in line) _hash = (_hash ^ one) * 1099511628211;
        if (_last.Count == Kept) _last.Dequeue();
        _last.Enqueue(line);
        writer?.WriteLine(line);
    }

    public string Last(int lines)
    {
        var text = new StringBuilder();
        foreach (var line in _last.Skip(Math.Max(0, _last.Count - lines))) text.AppendLine(line);
        return text.ToString();
    }
}
