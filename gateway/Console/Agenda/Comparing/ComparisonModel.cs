using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Agenda.Comparing;

/// <summary>What the page that holds two versions of an agenda side by side shows.</summary>
/// <param name="Versions">All that there are, the latest first.</param>
/// <param name="Comparison">Null where a version that was chosen is not there, or there is but one.</param>
public sealed record ComparisonModel(Initiative Initiative, IReadOnlyList<VersionSummary> Versions, int From, int To, AgendaComparison? Comparison);
