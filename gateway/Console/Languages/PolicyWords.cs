using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of advancing policy.</summary>
public sealed partial class Words
{
    public string NoPolicy => Say(
        "Nothing stands here yet. Begin with a barrier: what in law, policy or practice stands in the way, and of whom. What several meet can then be asked for together.",
        "Il n’y a encore rien ici. Commencez par un obstacle\u00A0: ce qui, dans la loi, les politiques ou la pratique, fait barrage, et à qui. Ce que plusieurs rencontrent peut ensuite être demandé ensemble.");
    public string Asks => Say("What is asked of public bodies", "Ce qu’on demande aux pouvoirs publics");
    public string NoAsks => Say("Nothing is asked yet.", "Rien n’est encore demandé.");
    public string AsksBelow => Say("Asked by initiatives below", "Demandé par les initiatives des paliers inférieurs");
    public string AddAsk => Say("Add an ask", "Ajouter une demande");
    public string ChangeAsk => Say("Change an ask", "Modifier une demande");
    public string AskHint => Say(
        "It begins as a draft. Raise it when it is put to the body.", "Elle commence comme ébauche. Marquez-la présentée quand elle est soumise à l’organisme.");
    public string MoveAsk => Say("Move it on", "La faire avancer");
    public string MoveTo => Say("To which stage", "À quelle étape");
    public string StaysAnswered => Say("It stays where it is; the body has answered", "Elle reste où elle est\u00A0; l’organisme a répondu");
    public string MoveOrAnswer => Say("Choose a stage, or note what the body answered.", "Choisissez une étape, ou notez ce que l’organisme a répondu.");
    public string DayOfMove => Say("On which day", "Quel jour");
    public string EmptyIsToday => Say("Empty: today.", "Vide\u00A0: aujourd’hui.");
    public string EmptyIsDayOfMove => Say("Empty: that of the move.", "Vide\u00A0: celui de l’étape.");
    public string Note => Say("Note", "Note");
    public string WhatBodyAnswered => Say("What the body answered", "Ce que l’organisme a répondu");
    public string DayOfAnswer => Say("When it answered", "Quand il a répondu");
    public string Answered(string day) => Say($"Answered on {day}", $"Réponse du {day}");
    public string HowItWent => Say("How it went", "Comment cela s’est passé");
    public string Since(string day) => Say($"since {day}", $"depuis le {day}");
    public string WhatIsAsked => Say("What is asked", "Ce qui est demandé");
    public string OfWhom => Say("Of whom", "À qui");
    public string OfWhomHint => Say("The public body, such as “The city council”.", "L’organisme public, comme «\u00A0Le conseil municipal\u00A0».");
    public string InstrumentHeading => Say("By what means", "Par quel moyen");
    public string RaisedFrom => Say("Raised from these barriers", "Née de ces obstacles");
    public string MetBy(int initiatives) => Say("Met by ", "Rencontré par ") + Initiatives(initiatives);
    public string OnlyCounted(int count) => Some(count, "that is only counted", "that are only counted", "qui est seulement comptée", "qui sont seulement comptées");
    public string PositionsOf(int supports, int opposes, int undecided) => Say(
        $"{supports} for, {opposes} against, {undecided} undecided", $"{supports} pour, {opposes} contre, {undecided} sans avis arrêté");
    public string AddPosition => Say("Note who is for or against", "Noter qui est pour ou contre");
    public string ChangePosition => Say("Change where somebody stands", "Modifier une prise de position");
    public string SomebodyElse => Say("None of the partners", "Aucun des partenaires");
    public string NameOfOther => Say("Name, of who is no partner", "Nom, pour qui n’est pas partenaire");
    public string PartnerOrName => Say("Choose a partner, or give a name.", "Choisissez un partenaire, ou donnez un nom.");
    public string StanceHeading => Say("Where they stand", "Leur position");

    public string Barriers => Say("Barriers met here", "Obstacles rencontrés ici");
    public string NoBarriers => Say("No barrier has been noted yet.", "Aucun obstacle n’a encore été noté.");
    public string AddBarrier => Say("Add a barrier", "Ajouter un obstacle");
    public string ChangeBarrier => Say("Change a barrier", "Modifier un obstacle");
    public string BarrierHint => Say(
        "What in law, policy or practice stands in the way. Only what is shared can be taken up by an ask above.",
        "Ce qui, dans la loi, les politiques ou la pratique, fait obstacle. Seul ce qui est partagé peut être repris par une demande d’un palier supérieur.");
    public string Effect => Say("What it does, and to whom", "Ce qu’il fait, et à qui");
    public string SinceWhen => Say("Since when", "Depuis quand");
    public string MetSince(string day) => Say($"Met since {day}", $"Rencontré depuis le {day}");
    public string ClausesServed => Say("Clauses of the agenda", "Clauses du programme");
    public string IndicatorsServed => Say("Indicators", "Indicateurs");
    public string NamingHeading => Say("How the initiative is named in an ask", "Comment l’initiative est nommée dans une demande");
    public string NamingHint => Say("Those above know it in any case. It can be changed at any time.", "Les paliers supérieurs le savent de toute façon. Cela peut être changé en tout temps.");
    public string TakenUpBy => Say("Taken up by", "Repris par");
    public string NotTakenUp => Say("In no ask yet.", "Dans aucune demande encore.");

    public string CommonBarriers => Say("What several meet", "Ce que plusieurs rencontrent");
    public string CommonCaption => Say("Barriers of this initiative and of those below it that have something in common", "Obstacles de cette initiative et de celles des paliers inférieurs qui ont quelque chose en commun");
    public string InCommon => Say("In common", "En commun");
    public string MetByHeading => Say("Met by", "Rencontré par");
    public string NotInAsk => Say("In no ask", "Dans aucune demande");
    public string RaiseFromThese => Say("Ask for it", "En faire une demande");

    public string TopicOf(string kind) => kind switch
    {
        "clause" => Say("the same clause", "la même clause"),
        "indicator" => Say("the same indicator", "le même indicateur"),
        _ => Say("said to be alike", "dits semblables"),
    };

    public string NameOf(PolicyBarrier.Types.Naming naming) => naming switch
    {
        PolicyBarrier.Types.Naming.ByName => Say("named", "nommée"),
        PolicyBarrier.Types.Naming.ByPlace => Say("as one of its place", "comme une de son lieu"),
        _ => Say("only counted", "seulement comptée"),
    };

    public string NameOf(PolicyAsk.Types.Stage stage) => stage switch
    {
        PolicyAsk.Types.Stage.Drafted => Say("Draft", "Ébauche"),
        PolicyAsk.Types.Stage.Raised => Say("Raised", "Présentée"),
        PolicyAsk.Types.Stage.UnderConsideration => Say("Under consideration", "À l’étude"),
        PolicyAsk.Types.Stage.Adopted => Say("Adopted", "Adoptée"),
        PolicyAsk.Types.Stage.CarriedOut => Say("Carried out", "Mise en œuvre"),
        PolicyAsk.Types.Stage.Declined => Say("Declined", "Refusée"),
        PolicyAsk.Types.Stage.Withdrawn => Say("Withdrawn", "Retirée"),
        _ => Say("Not said", "Non précisé"),
    };

    public string NameOf(PolicyAsk.Types.Instrument instrument) => instrument switch
    {
        PolicyAsk.Types.Instrument.Law => Say("Law", "Loi"),
        PolicyAsk.Types.Instrument.Regulation => Say("Regulation", "Règlement d’application"),
        PolicyAsk.Types.Instrument.Budget => Say("Budget", "Budget"),
        PolicyAsk.Types.Instrument.Programme => Say("Programme", "Programme public"),
        PolicyAsk.Types.Instrument.ByLaw => Say("By-law", "Règlement municipal"),
        PolicyAsk.Types.Instrument.Guideline => Say("Guideline", "Lignes directrices"),
        PolicyAsk.Types.Instrument.Practice => Say("Practice", "Pratique"),
        _ => Say("Not said", "Non précisé"),
    };

    public string NameOf(AskPosition.Types.Stance stance) => stance switch
    {
        AskPosition.Types.Stance.Supports => Say("For", "Pour"),
        AskPosition.Types.Stance.Opposes => Say("Against", "Contre"),
        _ => Say("Undecided", "Sans avis arrêté"),
    };
}
