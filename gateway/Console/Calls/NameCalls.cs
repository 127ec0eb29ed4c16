using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Calls;

/// <summary>Looks up the few initiatives that a page names and that its own calls did not bring.</summary>
internal static class NameCalls
{
    // Parents and holders are a handful. Should a node name more, the rest are called by their ids.
    private const int Most = 40;

    public static async Task<Names> NamesFor(
        this NestCalls calls,
        IEnumerable<string> ids,
        IReadOnlyCollection<Initiative> known,
        CancellationToken cancellationToken)
    {
        var unknown = ids.Where(id => id.Length > 0).Distinct()
            .Except(known.Select(initiative => initiative.Initiative_))
            .Take(Most);
        var answers = await Task.WhenAll(unknown.Select(id => calls.GetInitiative(id, cancellationToken)));
        return new Names(known.Concat(answers.Select(answer => answer.Value).OfType<Initiative>()));
    }
}
