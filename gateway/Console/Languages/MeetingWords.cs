namespace CollectiveImpact.Console.Languages;

/// <summary>The words of meetings.</summary>
public sealed partial class Words
{
    public string NoMeetings => Say("No meeting has been called yet.", "Aucune rencontre n’a encore été convoquée.");
    public string AllMeetings => Say("All meetings", "Toutes les rencontres");
    public string MeetingsComing => Say("To come", "À venir");
    public string MeetingsHeld => Say("Held", "Tenues");
    public string CallMeeting => Say("Call a meeting", "Convoquer une rencontre");
    public string ChangeMeeting => Say("Change when, where and what about", "Modifier la date, le lieu ou l’ordre du jour");
    public string WriteMinutes => Say("Write the minutes", "Rédiger le compte rendu");
    public string MinutesOf(string meeting) => Say($"Minutes: {meeting}", $"Compte rendu\u00A0: {meeting}");
    public string MeetingName => Say("What it is called", "Son nom");
    public string MeetingDay => Say("Day", "Jour");
    public string MeetingTime => Say("Begins at", "Commence à");
    public string MinutesLongField => Say("Minutes it lasts", "Durée en minutes");
    public string ZoneHeading => Say("By the clocks of", "À l’heure de");
    public string TimesShownIn => Say("Times are shown in", "Les heures sont données en");
    public string ChooseZone => Say("Show them so", "Les donner ainsi");
    public string HowLong => Say("How long", "Durée");
    public string MinutesLong(int minutes) => Say($"{minutes} minutes", $"{minutes}\u00A0minutes");
    public string MeetingPlace => Say("Where", "Où");
    public string AgendaItems => Say("On the agenda", "À l’ordre du jour");
    public string AgendaHint => Say("One item a line.", "Un point par ligne.");
    public string WhoIsInvited => Say("Who is invited", "Qui est invité");
    public string WhoIsThere => Say("Who is there", "Qui est là");
    public string Attending => Say("Attending", "Présent");
    public string Regrets => Say("Regrets", "Excusé");
    public string OtherPartners => Say("Other partners", "Autres partenaires");
    public string ShareMeeting => Say(
        "The initiatives above and below as well; only partners that are shared can be named",
        "Aussi les initiatives des autres paliers\u00A0; seuls les partenaires partagés peuvent y être nommés");
    public string SharedUpAndDown => Say("The initiatives above and below as well", "Aussi les initiatives des autres paliers");
    public string Minutes => Say("Minutes", "Compte rendu");
    public string MinutesHint => Say("A paragraph a line.", "Un paragraphe par ligne.");
    public string DecisionNumber(int number) => Say($"Decision {number}", $"Décision {number}");
    public string DecisionText => Say("What was decided", "Ce qui a été décidé");
    public string DecisionDay => Say("On (empty: the meeting’s day)", "Le (vide\u00A0: le jour de la rencontre)");
    public string TakeDecisionOut => Say("Take this decision out", "Retirer cette décision");
    public string ActionsTaken => Say("Who does what", "Qui fait quoi");
    public string ActionNumber(int number) => Say($"Action {number}", $"Action {number}");
    public string ActionWhat => Say("What is to be done", "Ce qui est à faire");
    public string ActionDue => Say("By", "D’ici le");
    public string ActionDone => Say("Done", "Fait");
    public string TakeActionOut => Say("Take this action out", "Retirer cette action");
    public string TickOff => Say("Tick off as done", "Cocher comme fait");
    public string NotDoneYet => Say("Not done after all", "Pas encore fait");
    public string ActionGone => Say("This action is no longer on the list.", "Cette action n’est plus sur la liste.");
    public string MeetingGone => Say("the meeting is no longer there", "la rencontre n’existe plus");
    public string SaveAndWriteOn => Say("Save and write on", "Enregistrer et continuer");
    public string TakeMeetingOut => Say("Take this meeting out", "Retirer cette rencontre");
    public string TakeMeetingOutSure => Say(
        "Its minutes, decisions and actions go with it.", "Son compte rendu, ses décisions et ses actions disparaissent avec elle.");

    public string DecidedAndTaken(int decisions, int actions) => string.Join(", ", new[]
    {
        decisions == 0 ? "" : Some(decisions, "decision", "decisions", "décision", "décisions"),
        actions == 0 ? "" : Some(actions, "action", "actions", "action", "actions"),
    }.Where(part => part.Length > 0));
}
