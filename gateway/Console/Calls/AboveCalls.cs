using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Calls;

/// <summary>Looks up whom an initiative is aligned with.</summary>
internal static class AboveCalls
{
    /// <summary>The ids of all that stand above it, by any number of levels, the nearest first.</summary>
    public static async Task<IReadOnlyList<string>> Above(this NestCalls calls, Initiative initiative, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        IReadOnlyList<string> level = ParentsOf([initiative]);
        // There are three levels.
        while (level.Count > 0)
        {
            found.AddRange(level);
            var above = await Task.WhenAll(level.Select(parent => calls.GetInitiative(parent, cancellationToken)));
            level = ParentsOf(above.Select(each => each.Value).OfType<Initiative>());
        }

        return found;

        IReadOnlyList<string> ParentsOf(IEnumerable<Initiative> initiatives) =>
            [.. initiatives.SelectMany(each => each.Alignments).Select(alignment => alignment.Parent).Distinct().Except(found).Where(parent => parent != initiative.Initiative_)];
    }
}
