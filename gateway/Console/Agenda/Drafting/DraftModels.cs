using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Agenda.Drafting;

/// <summary>What the page on which an agenda is drafted shows.</summary>
/// <param name="Stands">The draft as it is stored; null before the first.</param>
public sealed record DraftModel(Initiative Initiative, TypedDraft Typed, AgendaDraft? Stands, bool IsSaved, IReadOnlyList<string> Faults);

/// <summary>What the page on which a draft is put forward shows.</summary>
/// <param name="Changes">What it changes of the version put forward last; null where there was none.</param>
/// <param name="Candidates">The partners that can be asked.</param>
/// <param name="Chosen">Ids of those that are.</param>
public sealed record PutForwardModel(
    Initiative Initiative, AgendaDraft Draft, AgendaComparison? Changes, IReadOnlyList<Partner> Candidates, IReadOnlySet<string> Chosen, IReadOnlyList<string> Faults);
