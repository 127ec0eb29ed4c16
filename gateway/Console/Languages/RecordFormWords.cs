using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of forms by which a record is written.</summary>
public sealed partial class Words
{
    public string Optional => Say("(optional)", "(facultatif)");
    public string InOther => Say("In French", "En anglais");
    public string StandsNow => Say("It now stands as", "C’est maintenant");
    public string FillIn(string field) => Say($"Fill in “{field}”.", $"Remplissez «\u00A0{field}\u00A0».");
    public string NoWhole(string typed) => Say($"“{typed}” is no whole number.", $"«\u00A0{typed}\u00A0» n’est pas un nombre entier.");
    public string ChangedMeanwhile => Say(
        "Somebody else changed this meanwhile, and nothing was saved. Beside each field stands what is there now. Save again to put yours in its place.",
        "Quelqu’un d’autre l’a modifié entre-temps, et rien n’a été enregistré. À côté de chaque champ figure ce qui s’y trouve maintenant. Enregistrez de nouveau pour y mettre votre version.");
    public string NotKnownSaved => Say(
        "The node that answers for it does not respond. It is not known whether this was saved; what you typed is still here. Try again in a moment.",
        "Le nœud qui en répond est muet. On ne sait pas si ceci a été enregistré\u00A0; ce que vous avez saisi est encore là. Réessayez dans un instant.");
    public string HeldBy(string holder) => Say(
        $"{holder} holds this function, and writes here. Nothing was saved.", $"{holder} exerce cette fonction et écrit ici. Rien n’a été enregistré.");
    public string SharingHeading => Say("Who knows it", "Qui le sait");
    public string SharingHint => Say(
        "What is kept never leaves this node. What is shared is known to the initiatives above, and where it serves them to those below.",
        "Ce qui est conservé ne quitte jamais ce nœud. Ce qui est partagé est connu des initiatives des paliers supérieurs et, s’il les sert, de celles des paliers inférieurs.");

    public string NameOf(Sharing sharing) => sharing == Sharing.Shared ? Say("Shared", "Partagé") : Say("Kept here", "Conservé ici");
}
