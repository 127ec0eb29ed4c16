namespace CollectiveImpact.Backbone.Activities;

/// <summary>Finds dependencies that lead back to where they come from.</summary>
internal static class Cycles
{
    /// <summary>A shortest way from something back to itself, both ends included; null where there is none.</summary>
    /// <param name="start">From where.</param>
    /// <param name="first">The step that is taken first.</param>
    /// <param name="next">What each depends on.</param>
    public static IReadOnlyList<string>? Back(string start, string first, Func<string, IEnumerable<string>> next)
    {
        Dictionary<string, string> from = new() { [first] = start };
        Queue<string> open = new([first]);
        while (open.TryDequeue(out var at))
        {
            if (at == start) return Way(start, from);
            foreach (var step in next(at))
                if (from.TryAdd(step, at)) open.Enqueue(step);
        }

        return null;
    }

    private static List<string> Way(string start, Dictionary<string, string> from)
    {
        List<string> way = [start];
        do way.Add(from[way[^1]]);
        while (way[^1] != start);
        way.Reverse();
        return way;
    }
}
