using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of mutually reinforcing activities.</summary>
public sealed partial class Words
{
    public string NoActivities => Say("No activities are known here.", "Aucune activité n’est connue ici.");
    public string WhoWorksOnWhat => Say("Who works on which clause", "Qui travaille à quelle clause");
    public string EachClause => Say("Goals, strategies and actions of the agenda in force", "Objectifs, stratégies et actions du programme en vigueur");
    public string ClauseHeading => Say("Clause", "Clause");
    public string WorkedOnBy => Say("Worked on by", "Qui y travaille");
    public string DoneTwice => Say("Done twice, unknown to each other", "Fait deux fois, à l’insu l’un de l’autre");
    public string DueOn(string day) => Say($"due {day}", $"pour le {day}");

    public string NameOf(Activity.Types.Status status) => status switch
    {
        Activity.Types.Status.Planned => Say("Planned", "Prévue"),
        Activity.Types.Status.Underway => Say("Under way", "En cours"),
        Activity.Types.Status.Done => Say("Done", "Terminée"),
        _ => Say("Stopped", "Arrêtée"),
    };

    public string StateOf(Commitment commitment) => commitment switch
    {
        { Missed: true } => Say("Missed", "Manqué"),
        { State: Commitment.Types.State.Kept } => Say("Kept", "Tenu"),
        { State: Commitment.Types.State.Dropped } => Say("Dropped", "Abandonné"),
        _ => Say("Open", "Ouvert"),
    };

    public string NameOf(ActivityCoverage.Types.Mark mark) => mark switch
    {
        ActivityCoverage.Types.Mark.Gap => Say("Nobody", "Personne"),
        ActivityCoverage.Types.Mark.OutcomeWithoutSupport => Say("An outcome without support", "Un résultat sans appui"),
        _ => Say("Done twice", "Fait deux fois"),
    };
}
