namespace CollectiveImpact.Console.Languages;

/// <summary>The words of who holds which function, as it is changed.</summary>
public sealed partial class Words
{
    public string ChangeHolder => Say("Change who holds it", "Changer qui l’exerce");
    public string DeclareHolder => Say("Declare who holds it", "Déclarer qui l’exerce");
    public string DeclareHint => Say(
        "Another initiative holds it once it has accepted, and whoever holds it now has heard of that.",
        "Une autre initiative l’exerce dès qu’elle a accepté et que celle qui l’exerce maintenant l’a appris.");
    public string HandOver => Say("Hand it over", "La transmettre");
    public string HandOverHint(string holder) => Say(
        $"{holder} holds it until the other has accepted. What it wrote stays; it writes no more afterwards.",
        $"{holder} l’exerce jusqu’à ce que l’autre ait accepté. Ce qu’elle a écrit demeure\u00A0; ensuite, elle n’écrit plus.");
    public string To => Say("To", "À");
    public string HolderHeading => Say("Who", "Qui");
    public string LastDay => Say("Last day (may stay empty)", "Dernier jour (peut rester vide)");
    public string DayLike => Say("Like 2027-12-31", "Comme 2027-12-31");
    public string WhyHeading => Say("Why", "Pourquoi");
    public string AskedToHold(string holder, string by) => Say($"{by} asks {holder} to hold it.", $"{by} demande à {holder} de l’exercer.");
    public string AcceptFor(string holder) => Say($"Accept for {holder}", $"Accepter pour {holder}");
    public string DeclineFor(string holder) => Say($"Decline for {holder}", $"Décliner pour {holder}");
    public string AcceptHint => Say("An acceptance stands: others may begin by it.", "Une acceptation demeure\u00A0: d’autres peuvent s’y fier.");
    public string DeclineWhy => Say("To decline, say why.", "Pour décliner, dites pourquoi.");
    public string NothingToChange => Say("There is nothing here for you to change.", "Il n’y a rien ici que vous puissiez changer.");
    public string Done => Say("Done.", "C’est fait.");
}
