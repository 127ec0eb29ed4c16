using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of the common agenda.</summary>
public sealed partial class Words
{
    public string NoAgenda => Say("No agenda has been put forward yet.", "Aucun programme n’a encore été présenté.");
    public string Version(int version) => Say($"Version {version}", $"Version {version}");
    public string PutForwardOn(string day) => Say($"put forward on {day}, to be ratified", $"présentée le {day}, à ratifier");
    public string InForceSince(string day) => Say($"in force since {day}", $"en vigueur depuis le {day}");
    public string ServesClauseOf => Say("serves the agenda of", "sert le programme de");
    public string IsServedBy => Say("is served by", "est servie par");
    public string AlignedUpwards => Say("How it serves the agendas above", "Comment il sert les programmes des autres paliers");
    public string AlignedDownwards => Say("Who is aligned with it", "Qui y est aligné");
    public string Drifting(int since) => Say($"drifts since version {since}", $"dérive depuis la version {since}");
    public string WasJudgedAs => Say("It was", "C’était");
    public string NowReads => Say("It now reads", "C’est maintenant");

    // Drafting
    public string DraftAgenda => Say("Draft the agenda", "Rédiger le programme");
    public string DraftHint => Say(
        "A draft is seen by nobody else until it is put forward. Write each text in both languages, or in one to begin with.",
        "Une ébauche n’est vue de personne d’autre avant d’être présentée. Écrivez chaque texte dans les deux langues, ou dans une seule pour commencer.");
    public string DraftMoved => Say("Somebody else has saved another draft meanwhile. What you typed still stands here.", "Quelqu’un d’autre a enregistré une autre ébauche entre-temps. Ce que vous avez saisi est encore ici.");
    public string LookAtDraft => Say("Look at the other draft", "Voir l’autre ébauche");
    public string TitleHeading => Say("Title", "Titre");
    public string TitleIn(Language language) => language == Language.French ? Say("Title in French", "Titre en français") : Say("Title in English", "Titre en anglais");
    public string TextIn(Language language) => language == Language.French ? Say("Text in French", "Texte en français") : Say("Text in English", "Texte en anglais");
    public string Clauses => Say("Clauses", "Clauses");
    public string ClausesHint => Say(
        "They are put in the order of their numbers. A clause without any text is left out.",
        "Elles sont placées dans l’ordre de leurs numéros. Une clause sans aucun texte est laissée de côté.");
    public string AnotherClause => Say("Another clause", "Une autre clause");
    public string ClauseNumbered(string number) => Say($"Clause {number}", $"Clause {number}");
    public string NumberHeading => Say("Number", "Numéro");
    public string KindHeading => Say("Kind", "Nature");
    public string MoreClauses => Say("More clauses", "Plus de clauses");
    public string QuorumHeading => Say("Quorum", "Quorum");
    public string AnsweredPercent => Say("Of a hundred ratifiers, how many must answer", "Sur cent ratificateurs, combien doivent répondre");
    public string AgreedPercent => Say("Of a hundred, how many must agree to each clause", "Sur cent, combien doivent approuver chaque clause");
    public string QuorumShort(Quorum? quorum) => quorum is null ? "–" : Say(
        $"{quorum.AnsweredPercent}% answer, {quorum.AgreedPercent}% agree",
        $"{quorum.AnsweredPercent}\u00A0% répondent, {quorum.AgreedPercent}\u00A0% approuvent");
    public string SaveDraft => Say("Save the draft", "Enregistrer l’ébauche");
    public string SaveAndPutForward => Say("Save, and put forward", "Enregistrer et présenter");
    public string PutForward => Say("Put it forward", "La présenter");
    public string BackToDraft => Say("Back to the draft", "Retour à l’ébauche");
    public string WhoRatifies => Say("Who is asked to ratify", "Qui est appelé à ratifier");
    public string NoRatifiers => Say("No partner is known here yet: add the partners first.", "Aucun partenaire n’est encore connu ici\u00A0: ajoutez d’abord les partenaires.");
    public string PutForwardSure(int clauses) => Say(
        $"What is put forward is never changed again: {Counted(clauses)} become a version that all above and below can read.",
        $"Ce qui est présenté ne change plus jamais\u00A0: {Counted(clauses)} deviennent une version que tous les paliers peuvent lire.");

    // Versions
    public string Versions => Say("Versions", "Versions");
    public string CompareVersions => Say("Compare versions", "Comparer les versions");
    public string NothingToCompare => Say("There are no two versions to compare yet.", "Il n’y a pas encore deux versions à comparer.");
    public string VersionBefore => Say("From", "De");
    public string VersionAfter => Say("To", "À");
    public string FromTo(int from, int to) => Say($"From version {from} to version {to}", $"De la version {from} à la version {to}");
    public string WhatItChanges(int version) => Say($"What it changes of version {version}", $"Ce qu’elle change à la version {version}");
    public string NothingDiffers => Say("Nothing differs.", "Rien ne diffère.");

    public string NameOf(ClauseChange.Types.Change change) => change switch
    {
        ClauseChange.Types.Change.Added => Say("added", "ajoutée"),
        ClauseChange.Types.Change.Removed => Say("removed", "retirée"),
        ClauseChange.Types.Change.Moved => Say("has another number", "change de numéro"),
        ClauseChange.Types.Change.Unchanged => Say("unchanged", "inchangée"),
        _ => Say("changed", "modifiée"),
    };

    public string NameOf(AgendaVersion.Types.State state) => state switch
    {
        AgendaVersion.Types.State.InForce => Say("in force", "en vigueur"),
        AgendaVersion.Types.State.Replaced => Say("replaced", "remplacée"),
        _ => Say("to be ratified", "à ratifier"),
    };

    // Ratifying
    public string RatifyAgenda => Say("Ratify the agenda", "Ratifier le programme");
    public string RatifyFor => Say("For the partner", "Pour le partenaire");
    public string RatifyHint => Say(
        "Answer some clauses now and the others later: what you save can be changed until a later version is in force.",
        "Répondez à quelques clauses maintenant et aux autres plus tard\u00A0: ce que vous enregistrez peut changer jusqu’à ce qu’une version ultérieure soit en vigueur.");
    public string OwnWording => Say("Your own wording, and why", "Votre propre formulation, et pourquoi");
    public string WordingHeading => Say("How you would have it", "Comment vous l’écririez");
    public string SaveAnswers => Say("Save these answers", "Enregistrer ces réponses");
    public string AnswersSaved => Say("Your answers are saved, and count.", "Vos réponses sont enregistrées, et comptent.");
    public string SeeAgenda => Say("See how the agenda stands", "Voir où en est le programme");
    public string WordingMissing(string number) => Say($"Clause {number}: say how you would have it.", $"Clause {number}\u00A0: dites comment vous l’écririez.");
    public string ReasonMissing(string number) => Say($"Clause {number}: say why.", $"Clause {number}\u00A0: dites pourquoi.");

    public string AnswerOf(ClauseAnswer.Types.Answer answer) => answer switch
    {
        ClauseAnswer.Types.Answer.Adopts => Say("We adopt it", "Nous l’adoptons"),
        ClauseAnswer.Types.Answer.Adapts => Say("We adapt it", "Nous l’adaptons"),
        ClauseAnswer.Types.Answer.Declines => Say("We decline it", "Nous la déclinons"),
        _ => Say("Not yet", "Pas encore"),
    };

    // Aligning
    public string AlignClauses => Say("Align clauses", "Aligner des clauses");
    public string AlignHint => Say(
        "A clause that serves one of an agenda above says so here. When the clause above is put in force anew, it is yours to answer.",
        "Une clause qui sert celle d’un programme d’un autre palier le dit ici. Quand cette dernière change et entre en vigueur, c’est à vous de répondre.");
    public string AnswerAlignment => Say("Keep it, align it with another clause, or let go", "La garder, l’aligner sur une autre clause, ou y renoncer");
    public string KeepAlignment => Say("Keep it", "La garder");
    public string RealignTo => Say("Another clause", "Une autre clause");
    public string Realign => Say("Align with that one", "Aligner sur celle-là");
    public string LetGo => Say("Let go", "Y renoncer");
    public string AlignAnother => Say("Align a clause", "Aligner une clause");
    public string OwnClause => Say("The clause here", "La clause d’ici");
    public string ClauseAbove => Say("The clause that it serves", "La clause qu’elle sert");
    public string NoAgendaAbove => Say("No agenda above is in force, or can be read from here.", "Aucun programme d’un autre palier n’est en vigueur ou ne peut être lu d’ici.");
    public string NothingToAlign => Say("There is no goal, strategy or action here yet: draft the agenda first.", "Il n’y a encore ici ni objectif, ni stratégie, ni action\u00A0: rédigez d’abord le programme.");

    public string QuorumOf(int answered, int agreed, int have, int ratifiers) => Say(
        $"Its quorum: {answered}% of the ratifiers answer, and {agreed}% agree to each clause; {have} of {ratifiers} have answered.",
        $"Son quorum\u00A0: {answered}\u00A0% des ratificateurs répondent, et {agreed}\u00A0% approuvent chaque clause\u00A0; {have} sur {ratifiers} ont répondu.");

    private string Counted(int clauses) => Some(clauses, "clause", "clauses", "clause", "clauses");

    public string Ratified(int adopted, int adapted, int declined, int unanswered)
    {
        List<string> counted = [];
        Add(adopted, Say($"{adopted} adopted", $"{adopted} pour"));
        Add(adapted, Say($"{adapted} adapted", $"{adapted} avec adaptation"));
        Add(declined, Say($"{declined} declined", $"{declined} contre"));
        Add(unanswered, Say($"{unanswered} yet to answer", $"{unanswered} sans réponse"));
        return string.Join(", ", counted);

        void Add(int count, string words)
        {
            if (count > 0) counted.Add(words);
        }
    }

    public string NameOf(ClauseAnswer.Types.Answer answer) => answer switch
    {
        ClauseAnswer.Types.Answer.Adapts => Say("adapts it", "l’adapte"),
        ClauseAnswer.Types.Answer.Declines => Say("declines it", "la décline"),
        _ => Say("adopts it", "l’adopte"),
    };

    public string NameOf(Clause.Types.Kind kind) => kind switch
    {
        Clause.Types.Kind.Problem => Say("Problem", "Problème"),
        Clause.Types.Kind.Definition => Say("Definition", "Définition"),
        Clause.Types.Kind.Vision => Say("Vision", "Vision"),
        Clause.Types.Kind.Principle => Say("Principle", "Principe"),
        Clause.Types.Kind.Goal => Say("Goal", "Objectif"),
        Clause.Types.Kind.Strategy => Say("Strategy", "Stratégie"),
        _ => Say("Action", "Action"),
    };
}
