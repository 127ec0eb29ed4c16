namespace CollectiveImpact.Console.Languages;

/// <summary>The words of the plan, and of activities and commitments as they are written down.</summary>
public sealed partial class Words
{
    public string ThePlan => Say("The plan", "Le plan");
    public string WhoDoesWhat => Say("Who works on which strategy", "Qui travaille à quelle stratégie");
    public string PlanCaption => Say("Partners by the strategies of the agenda", "Partenaires par stratégie du programme");
    public string ServesNone => Say("Serves no clause", "Ne sert aucune clause");
    public string LeadsIt => Say("leads it", "la dirige");
    public string WhatIsDoneWhen => Say("What is done when", "Ce qui se fait, et quand");
    public string TodayMark => Say("today", "aujourd’hui");
    public string AddActivity => Say("Add an activity", "Ajouter une activité");
    public string ChangeActivity => Say("Change the activity", "Modifier l’activité");
    public string TakeActivityOut => Say("Take this activity out", "Retirer cette activité");
    public string TakeActivityOutSure => Say("Take out its commitments first, and what names it.", "Retirez d’abord ses engagements, et ce qui la nomme.");
    public string ActivityDescription => Say("What is done, and for whom", "Ce qui se fait, et pour qui");
    public string ActivityStatus => Say("How it stands", "Où elle en est");
    public string ActivityLead => Say("Who leads it", "Qui la dirige");
    public string TakesPart => Say("Who takes part", "Qui y prend part");
    public string FirstDayOf => Say("First day", "Premier jour");
    public string LastDayOf => Say("Last day", "Dernier jour");
    public string ServesClauses => Say("Clauses it serves", "Clauses qu’elle sert");
    public string MovesIndicators => Say("Indicators it is to move", "Indicateurs qu’elle doit faire bouger");
    public string DependsOn => Say("What must be done before", "Ce qui doit être fait avant");
    public string Reinforces => Say("What it strengthens", "Ce qu’elle renforce");
    public string ShareActivity => Say("The initiatives above and below as well", "Aussi les initiatives des autres paliers");
    public string AddCommitment => Say("Add a commitment", "Ajouter un engagement");
    public string ChangeCommitment => Say("Change the commitment", "Modifier l’engagement");
    public string TakeCommitmentOut => Say("Take this commitment out", "Retirer cet engagement");
    public string TakeCommitmentOutSure => Say("As if it had never been made. One that nobody waits for any more is better dropped.", "Comme s’il n’avait jamais été pris. Celui que personne n’attend plus est plutôt à abandonner.");
    public string CommitsTo => Say("What it commits to", "Ce à quoi il s’engage");
    public string CommitmentState => Say("Whether it was kept", "S’il a été tenu");
    public string KeptOn => Say("Kept on (empty: today)", "Tenu le (vide\u00A0: aujourd’hui)");
    public string CommitmentNote => Say("Note", "Note");

    public string CommitmentsOf(int open, int kept, int missed) => string.Join(", ", new[]
    {
        open == 0 ? "" : Some(open, "open", "open", "ouvert", "ouverts"),
        kept == 0 ? "" : Some(kept, "kept", "kept", "tenu", "tenus"),
        missed == 0 ? "" : Some(missed, "missed", "missed", "manqué", "manqués"),
    }.Where(part => part.Length > 0));
}
