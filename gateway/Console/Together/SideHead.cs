using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Together;

/// <summary>What every page of an initiative's work begins with: whose it is, and what those above it are called.</summary>
public sealed record SideHead(Initiative Initiative, Names Names)
{
    public string Id => Initiative.Initiative_;
}

/// <summary>Reads it.</summary>
internal static class SideHeadReading
{
    /// <param name="calls">Into the nest.</param>
    /// <param name="id">Whose.</param>
    /// <param name="named">Others that the page names.</param>
    /// <param name="cancellationToken">Whether the reader has left.</param>
    public static async Task<Answer<SideHead>> ReadHead(
        this NestCalls calls, string id, IEnumerable<string> named, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);
        var names = await calls.NamesFor(
            [.. initiative.Alignments.Select(alignment => alignment.Parent), .. named], [initiative], cancellationToken);
        return new(Outcome.Given, new(initiative, names), Absence.Unknown);
    }
}
