using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Proposals;

/// <summary>What the page of an initiative's proposals shows: what it is to answer, and what it has asked for.</summary>
public sealed record ProposalsModel(
    Initiative Initiative, IReadOnlyList<ChangeProposal> Received, IReadOnlyList<ChangeProposal> Made, Names Names);
