using System.Collections.Concurrent;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>The lines of one nest that were asked for: a nest hardly ever changes, and most lists begin with one.</summary>
internal sealed class NestLines(NestState nest)
{
    /// <summary>Lines that are remembered; with one more, all are forgotten.</summary>
    private const int Most = 256;

    private readonly ConcurrentDictionary<(string Initiative, DateOnly Day), NestLine> _lines = new();

    public NestLine Of(string initiative, DateOnly day)
    {
        if (_lines.TryGetValue((initiative, day), out var line)) return line;
        if (_lines.Count >= Most) _lines.Clear();
        return _lines.GetOrAdd((initiative, day), new NestLine(nest, initiative, day));
    }
}
