using CollectiveImpact.Console.Activities.Planning;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Activities;

/// <summary>What the page of an initiative's activities shows.</summary>
/// <param name="Activities">The initiative's own, at most a page.</param>
/// <param name="Commitments">What its partners have committed to.</param>
/// <param name="Coverage">By clause of its agenda, who works on it at every level.</param>
/// <param name="Duplicates">Pairs that do one thing without naming each other.</param>
public sealed record ActivitiesModel(
    Initiative Initiative,
    IReadOnlyList<Activity> Activities,
    IReadOnlyList<Commitment> Commitments,
    IReadOnlyList<ActivityCoverage.Types.Row> Coverage,
    IReadOnlyList<ListDuplicatesResponse.Types.Pair> Duplicates,
    Names Names)
{
    /// <summary>What the initiative's partners are called.</summary>
    public PartnerNames Partners { get; init; } = new([]);

    /// <summary>Which of them whoever reads may write.</summary>
    public ActivityRights Rights { get; init; } = ActivityRights.None;
}
