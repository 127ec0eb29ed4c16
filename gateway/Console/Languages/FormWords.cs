namespace CollectiveImpact.Console.Languages;

/// <summary>The words of forms in which records are written and changed.</summary>
public sealed partial class Words
{
    public string InOtherLanguage(string label) => Say($"{label} in French", $"{label}, en anglais");
    public string OvertakenMeanwhile => Say(
        "Somebody else has changed this meanwhile. Nothing was saved, and what you typed is still here.",
        "Quelqu’un d’autre a modifié ceci entre-temps. Rien n’a été enregistré, et ce que vous avez tapé est encore ici.");
    public string StaleHint => Say(
        "Look at what stands now. If yours is right, put it in its place.",
        "Regardez ce qui tient maintenant. Si le vôtre est juste, mettez-le à sa place.");
    public string SeeWhatStands => Say("See what stands now", "Voir ce qui tient maintenant");
    public string PutMineInPlace => Say("Put mine in its place", "Mettre le mien à sa place");
    public string NameTaken => Say("Too many have this name. Choose another.", "Trop d’autres portent ce nom. Choisissez-en un autre.");
    public string WhoHasIt => Say("Who has it", "Qui l’a");
    public string KeepHere => Say("Only this initiative", "Seulement cette initiative");
    public string SharedMark => Say("shared", "partagé");
    public string MayStayEmpty(string label) => Say($"{label} (may stay empty)", $"{label} (peut rester vide)");
    public string FillInField(string label) => Say($"{label}: fill this in.", $"{label}\u00A0: à remplir.");
    public string NoDay(string label) => Say($"{label}: choose a day, like 2027-12-31.", $"{label}\u00A0: choisissez un jour, comme 2027-12-31.");
    public string NoTime(string label) => Say($"{label}: give a time, like 14:30.", $"{label}\u00A0: donnez une heure, comme 14:30.");
    public string NoCount(string label, int most) => Say($"{label}: give a whole number, 0 to {most}.", $"{label}\u00A0: donnez un nombre entier, de 0 à {most}.");
    public string ChangeIt => Say("Change", "Modifier");
    public string KeepAsDraft => Say("Keep as a draft", "Garder comme brouillon");
    public string WhoSpeaks => Say("Who speaks", "Qui parle");
}
