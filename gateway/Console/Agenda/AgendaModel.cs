using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Agenda;

/// <summary>What the page of an initiative's common agenda shows.</summary>
/// <param name="Version">The version in force, or the one put forward last; null where the node knows none.</param>
/// <param name="Standing">How that version stands with its ratifiers.</param>
/// <param name="Ratifications">What each ratifier answered to it.</param>
/// <param name="Upwards">How the initiative's clauses are aligned with those above.</param>
/// <param name="Downwards">How those below are aligned with its clauses.</param>
/// <param name="Versions">All that were put forward, the latest first.</param>
/// <param name="Writer">Who guides vision and strategy, and so writes it.</param>
public sealed record AgendaModel(
    Initiative Initiative,
    AgendaVersion? Version,
    AgendaStanding? Standing,
    IReadOnlyList<Ratification> Ratifications,
    IReadOnlyList<ClauseAlignment> Upwards,
    IReadOnlyList<ClauseAlignment> Downwards,
    IReadOnlyList<VersionSummary> Versions,
    string Writer,
    Names Names)
{
    /// <summary>The answers to a clause that are more than a yes.</summary>
    public IEnumerable<(Ratification By, ClauseAnswer Answer)> Remarks(string clause) =>
        from ratification in Ratifications
        from answer in ratification.Answers
        where answer.Clause == clause && answer.Answer is not ClauseAnswer.Types.Answer.Adopts
        select (ratification, answer);

    public AgendaStanding.Types.ClauseStanding? StandingOf(string clause) =>
        Standing?.Clauses.FirstOrDefault(each => each.Clause == clause);
}
