namespace CollectiveImpact.Backbone.Nest;

/// <summary>Goes from one initiative to the next by some relation, as far as it leads.</summary>
internal static class Climb
{
    /// <summary>All that are reached, the nearest first; without the one that it begins with.</summary>
    public static List<string> From(string initiative, Func<string, IEnumerable<string>> next)
    {
        HashSet<string> seen = [initiative];
        List<string> found = [];
        Queue<string> open = new([initiative]);
        while (open.TryDequeue(out var each))
        {
            foreach (var step in next(each).Where(seen.Add))
            {
                found.Add(step);
                open.Enqueue(step);
            }
        }

        return found;
    }
}
