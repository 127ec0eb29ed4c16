using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Policies;

/// <summary>What the page of an initiative's advancing of policy shows.</summary>
/// <param name="Asks">Its own asks, each with who is for and against.</param>
/// <param name="AsksBelow">Those of the initiatives below.</param>
/// <param name="Barriers">Its own.</param>
/// <param name="Common">What several of the initiatives below meet.</param>
/// <param name="Subjects">What clauses and indicators are called that barriers have in common.</param>
/// <param name="MayAsk">Whether the reader may write asks.</param>
/// <param name="MayTell">Whether the reader may write barriers.</param>
public sealed record PolicyModel(
    Initiative Initiative, IReadOnlyList<AskWithPositions> Asks, IReadOnlyList<PolicyAsk> AsksBelow, IReadOnlyList<PolicyBarrier> Barriers,
    IReadOnlyList<ListCommonBarriersResponse.Types.Group> Common, IReadOnlyDictionary<string, Text> Subjects, bool MayAsk, bool MayTell, Names Names)
{
    public bool IsEmpty => Asks.Count + AsksBelow.Count + Barriers.Count + Common.Count == 0;
}

/// <summary>An ask, and who supports or opposes it.</summary>
public sealed record AskWithPositions(PolicyAsk Ask, IReadOnlyList<AskPosition> Positions);
