using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of partners, as they are written down and drawn.</summary>
public sealed partial class Words
{
    public string AddPartner => Say("Add a partner", "Ajouter un partenaire");
    public string ChangePartner => Say("Change the partner", "Modifier le partenaire");
    public string TakePartnerOut => Say("Take this partner out", "Retirer ce partenaire");
    public string TakePartnerOutSure => Say("What names it shows its identifier from then on.", "Ce qui le nomme affichera désormais son identifiant.");
    public string PartnerKind => Say("What it is", "Ce que c’est");
    public string RingNow => Say("Where it stands", "Où il se situe");
    public string RingWanted => Say("Where you would have it", "Où vous le souhaitez");
    public string WhatItBrings => Say("What it brings", "Ce qu’il apporte");
    public string WhatItNeeds => Say("What it needs", "Ce dont il a besoin");
    public string SpeaksWith => Say("Voices it speaks with", "Voix qu’il porte");
    public string SharePartner => Say("The initiatives above as well; never a person", "Aussi les initiatives des paliers supérieurs\u00A0; jamais une personne");
    public string NoteHeard => Say("Note that a partner was heard from", "Noter qu’un partenaire a donné des nouvelles");
    public string HeardOn => Say("On (empty: today)", "Le (vide\u00A0: aujourd’hui)");
    public string NoteIt => Say("Note it", "Le noter");
    public string VoicesSought => Say("Voices you seek to hear", "Voix que vous voulez entendre");
    public string VoicesLead => Say("Whom the work is for, and who should be heard in it. Clear a name to seek it no more.", "Pour qui est le travail, et qui devrait s’y faire entendre. Effacez un nom pour ne plus le chercher.");
    public string VoiceNumber(int number) => Say($"Voice {number}", $"Voix {number}");

    public string Wheel => Say("The wheel of engagement", "La roue de l’engagement");
    public string WheelDescription => Say(
        "Sectors as wedges, numbered as in the table below; rings from the core in the middle to the periphery. The table has the same in numbers.",
        "Les secteurs en quartiers, numérotés comme dans le tableau ci-dessous\u00A0; les anneaux, du noyau au centre à la périphérie. Le tableau dit la même chose en nombres.");
    public string WheelTable => Say("Partners by sector and ring", "Partenaires par secteur et par anneau");
    public string StandsThere => Say("stands there", "s’y trouve");
    public string SoughtThere => Say("sought there", "y est souhaité");
    public string SectorMissing => Say("missing at the table", "absent de la table");
    public string MoreSought(int count) => Some(count, "more sought", "more sought", "de plus souhaité", "de plus souhaités");

    public string RingWithMeaning(Ring ring) => ring switch
    {
        Ring.Core => Say("Core: steers the work", "Noyau\u00A0: oriente le travail"),
        Ring.Involved => Say("Involved: takes part in it", "Engagé\u00A0: y prend part"),
        Ring.Supportive => Say("Supportive: helps now and then", "En appui\u00A0: aide à l’occasion"),
        Ring.Peripheral => Say("Peripheral: knows of it", "En périphérie\u00A0: le connaît"),
        _ => Say("Nowhere yet", "Nulle part encore"),
    };

    public string NameOf(V1.Partner.Types.Kind kind) => kind == V1.Partner.Types.Kind.Person ? Say("A person", "Une personne") : Say("An organisation", "Un organisme");
}
