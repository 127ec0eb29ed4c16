using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Agenda.Ratifying;

/// <summary>What the page on which a partner answers an agenda shows.</summary>
/// <param name="Ratifiers">For which of them the visitor may answer.</param>
/// <param name="Ratification">What was answered before; null before one of them is chosen.</param>
/// <param name="Answers">By clause, as they stand in the form.</param>
public sealed record RatifyModel(
    Initiative Initiative, AgendaVersion Version, IReadOnlyList<Ratifier> Ratifiers, Ratification? Ratification, string Revision,
    IReadOnlyDictionary<string, TypedAnswer> Answers, bool IsSaved, IReadOnlyList<string> Faults);
