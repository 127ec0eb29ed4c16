using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of mobilizing resources.</summary>
public sealed partial class Words
{
    public string NoResources => Say(
        "Nothing stands here yet. Begin with what is needed; then add who may give it, and a fund for what comes.",
        "Il n’y a encore rien ici. Commencez par ce dont vous avez besoin\u00A0; ajoutez ensuite qui pourrait le donner, et un fonds pour ce qui arrive.");

    // Needs and sources
    public string Needs => Say("Needs", "Besoins");
    public string Need => Say("Need", "Besoin");
    public string NoNeeds => Say("No need has been noted yet.", "Aucun besoin n’a encore été noté.");
    public string NeedsCaption => Say("What is needed, and what funds promise and have received for it", "Ce qu’il faut, et ce que des fonds promettent et ont reçu pour cela");
    public string AddNeed => Say("Add a need", "Ajouter un besoin");
    public string ChangeNeed => Say("Change a need", "Modifier un besoin");
    public string WhatIsNeeded => Say("What is needed", "Ce qu’il faut");
    public string NeededAmount => Say("Needed", "Montant requis");
    public string AmountOrNone => Say("Empty for what is no money.", "Vide pour ce qui n’est pas de l’argent.");
    public string NeededBy(string day) => Say($"by {day}", $"d’ici le {day}");
    public string ByWhen => Say("By when", "D’ici quand");
    public string ForWhat => Say("What for", "Pour quoi");
    public string Promised => Say("Promised", "Promis");
    public string ReceivedMoney => Say("Received", "Reçu");
    public string Sources => Say("Sources and applications", "Sources et demandes de fonds");
    public string NoSources => Say("No source has been noted yet.", "Aucune source n’a encore été notée.");
    public string AddSource => Say("Add a source", "Ajouter une source");
    public string ChangeSource => Say("Change a source", "Modifier une source");
    public string SourceHint => Say("Who gives, or might. A person is always kept here.", "Qui donne, ou pourrait donner. Une personne est toujours conservée ici.");
    public string SourceOf => Say("From which source", "De quelle source");
    public string Terms => Say("What it gives for, and on what terms", "Pour quoi elle donne, et à quelles conditions");
    public string AddApplication => Say("Add an application", "Ajouter une demande de fonds");
    public string ChangeApplication => Say("Change an application", "Modifier une demande de fonds");
    public string AskedFor => Say("Asked for", "Montant demandé");
    public string SubmittedHeading => Say("Handed in on", "Déposée le");
    public string DecidedHeading => Say("Decided on", "Décidée le");
    public string SubmittedOn(string day) => Say($"handed in on {day}", $"déposée le {day}");
    public string DecidedOn(string day) => Say($"decided on {day}", $"décidée le {day}");
    public string WhyDecided => Say("Why it was decided so", "Pourquoi cette décision");
    public string FundThatCame => Say("The fund that came of it", "Le fonds qui en est issu");
    public string Gifts => Say("Gifts in kind", "Dons en nature");
    public string WorthAbout => Say("worth about", "valeur estimée à");
    public string Hours(string hours) => Say($"{hours} hours", $"{hours} heures");

    // Funds and their books
    public string Funds => Say("Funds", "Fonds");
    public string AddFund => Say("Add a fund", "Ajouter un fonds");
    public string ChangeFund => Say("Change a fund", "Modifier un fonds");
    public string FundHint => Say(
        "Money from one source in one currency. What is kept can’t be allocated.", "De l’argent d’une seule source, en une seule monnaie. Ce qui est conservé ici ne peut être alloué.");
    public string Spent => Say("Spent", "Dépensé");
    public string Allocated => Say("Allocated", "Alloué");
    public string TakenBack => Say("Came back", "Revenu");
    public string Returned => Say("Given back", "Rendu");
    public string Committed => Say("Of that, committed", "Dont engagé");
    public string Available => Say("Available", "Disponible");
    public string AddEntry => Say("Add an entry", "Ajouter une écriture");
    public string ChangeEntry => Say("Change an entry", "Modifier une écriture");
    public string EntryHint(string fund, string available) => Say($"{fund}: {available} is available.", $"{fund}\u00A0: {available} disponibles.");
    public string EntriesOf(int count) => Some(count, "entry", "entries", "écriture", "écritures");
    public string OutstandingOf => Say("still to be spent", "reste à dépenser");
    public string HowMuch => Say("How much", "Combien d’argent");
    public string AmountHeading => Say("Amount", "Montant");
    public string Currency => Say("Currency", "Monnaie");
    public string CurrencyHint => Say("Its code, like CAD.", "Son code, comme CAD.");
    public string MeetsCommitment => Say("The commitment it meets", "L’engagement qu’elle honore");
    public string OfSpending => Say("Of spending.", "D’une dépense.");
    public string OfCommitment => Say("Of a commitment.", "D’un engagement.");
    public string ClosedOn => Say("Closed on", "Clos le");
    public string IndicatorItMoves => Say("The indicator it is to move", "L’indicateur qu’elle doit faire bouger");
    public string NoneInParticular => Say("None in particular", "Aucun en particulier");

    // Allocations
    public string ToBeAnswered => Say("Allocated to this initiative, to be answered", "Alloué à cette initiative, en attente de réponse");
    public string AllocatedHere => Say("Allocated to this initiative", "Alloué à cette initiative");
    public string AllocatedBelow => Say("Allocated to initiatives below", "Alloué aux initiatives des paliers inférieurs");
    public string Allocate => Say("Allocate", "Allouer");
    public string AllocateHint(string fund, string available) => Say(
        $"{fund}: {available} is available. An allocation can’t be changed or taken back; whoever receives it can decline it, or send money back.",
        $"{fund}\u00A0: {available} disponibles. Une allocation ne peut être ni modifiée ni reprise\u00A0; qui la reçoit peut la décliner ou renvoyer de l’argent.");
    public string AllocationState => Say("Answer", "Réponse");
    public string AnswerAllocation => Say("Answer the allocation", "Répondre à l’allocation");
    public string AnswerHint(string amount, string purpose) => Say($"{amount}: {purpose}. The answer stands for good.", $"{amount}\u00A0: {purpose}. La réponse est définitive.");
    public string Answer => Say("Answer", "Réponse");
    public string AcceptMoney => Say("Accept: it is a fund of the initiative from now on", "Accepter\u00A0: c’est désormais un fonds de l’initiative");
    public string DeclineMoney => Say("Decline: it goes back to where it came from", "Décliner\u00A0: l’argent retourne d’où il vient");
    public string SentBack => Say("sent back:", "renvoyé\u00A0:");

    // The statement
    public string Statement => Say("Statement", "Relevé");
    public string StatementCaption => Say("From the beginning until today", "Du début jusqu’à aujourd’hui");
    public string Opening => Say("At the beginning", "Au début");
    public string FromSources => Say("From sources", "De sources");
    public string FromAbove => Say("Allocated from above", "Alloué par les paliers supérieurs");
    public string BackFromBelow => Say("Came back from below", "Revenu des paliers inférieurs");
    public string ToBelow => Say("Allocated below", "Alloué aux paliers inférieurs");
    public string BackToSources => Say("Given back to sources", "Rendu aux sources");
    public string BackAbove => Say("Sent back above", "Renvoyé aux paliers supérieurs");
    public string Unspent => Say("Unspent", "Non dépensé");

    public string NameOf(Need.Types.State state) => state switch
    {
        V1.Need.Types.State.Open => Say("Open", "Ouvert"),
        V1.Need.Types.State.Met => Say("Met", "Comblé"),
        _ => Say("Dropped", "Abandonné"),
    };

    public string NameOf(Source.Types.Kind kind) => kind switch
    {
        V1.Source.Types.Kind.Government => Say("Government", "Gouvernement"),
        V1.Source.Types.Kind.Foundation => Say("Foundation", "Fondation"),
        V1.Source.Types.Kind.Business => Say("Business", "Entreprise"),
        V1.Source.Types.Kind.Community => Say("Community", "Communauté"),
        V1.Source.Types.Kind.Person => Say("Person", "Personne"),
        _ => Say("Partners of the initiative", "Partenaires de l’initiative"),
    };

    public string NameOf(Application.Types.State state) => state switch
    {
        Application.Types.State.Drafted => Say("Draft", "Ébauche"),
        Application.Types.State.Submitted => Say("Handed in", "Déposée"),
        Application.Types.State.Awarded => Say("Awarded", "Accordée"),
        Application.Types.State.Declined => Say("Declined", "Refusée"),
        _ => Say("Withdrawn", "Retirée"),
    };

    public string NameOf(GiftInKind.Types.Kind kind) => kind switch
    {
        GiftInKind.Types.Kind.Time => Say("Time", "Temps"),
        GiftInKind.Types.Kind.Space => Say("Space", "Locaux"),
        GiftInKind.Types.Kind.Equipment => Say("Equipment", "Matériel"),
        GiftInKind.Types.Kind.Services => Say("Services", "Services"),
        _ => Say("Other", "Autre"),
    };

    public string NameOf(Fund.Types.Kind kind) => kind switch
    {
        Fund.Types.Kind.Grant => Say("Grant", "Subvention"),
        Fund.Types.Kind.Pledge => Say("Pledge", "Promesse de don"),
        Fund.Types.Kind.Gift => Say("Gift", "Don"),
        Fund.Types.Kind.Own => Say("Own means", "Fonds propres"),
        _ => Say("Allocation", "Allocation"),
    };

    public string NameOf(Entry.Types.Kind kind) => kind switch
    {
        Entry.Types.Kind.Receipt => Say("Received", "Entrée"),
        Entry.Types.Kind.Commitment => Say("Committed", "Engagement"),
        Entry.Types.Kind.Spending => Say("Spent", "Dépense"),
        _ => Say("Given back", "Remboursement"),
    };

    public string NameOf(Allocation.Types.State state) => state switch
    {
        Allocation.Types.State.Accepted => Say("Accepted", "Acceptée"),
        Allocation.Types.State.Declined => Say("Declined", "Déclinée"),
        _ => Say("On its way", "En route"),
    };
}
