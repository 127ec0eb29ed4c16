using System.Collections.Immutable;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.History;

/// <summary>An initiative passes into others on a day, as this node knows it.</summary>
/// <param name="Initiative">Which passes.</param>
/// <param name="Day">The first day on which it is no longer what it was.</param>
/// <param name="Shares">Into whom, by id, and with which weight; itself where it goes on.</param>
/// <param name="Revision">Of the record, as callers know it.</param>
internal sealed record KnownSuccession(string Initiative, DateOnly Day, ImmutableArray<(string Successor, Figure Weight)> Shares, string Revision)
{
    public string Id => Day.Written();

    /// <summary>Those whose word it needs.</summary>
    public IEnumerable<string> Others => Shares.Select(share => share.Successor).Where(successor => successor != Initiative);

    public static KnownSuccession Read(Document content, InitiativeSuccession succession) => new(
        content.Initiative, UtcDay.Read(content.Id)!.Value,
        [.. succession.Successors.Select(each => (each.Initiative, WeightOf(each))).OrderBy(share => share.Initiative, StringComparer.Ordinal)],
        SuccessionKind.RevisionOf(content));

    private static Figure WeightOf(InitiativeSuccession.Types.Successor successor) => Figure.Stored(successor.Weight.Length == 0 ? "1" : successor.Weight);
}
