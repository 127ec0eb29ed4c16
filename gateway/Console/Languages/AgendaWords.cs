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

    public string QuorumOf(int answered, int agreed, int have, int ratifiers) => Say(
        $"Its quorum: {answered}% of the ratifiers answer, and {agreed}% agree to each clause; {have} of {ratifiers} have answered.",
        $"Son quorum\u00A0: {answered}\u00A0% des ratificateurs répondent, et {agreed}\u00A0% approuvent chaque clause\u00A0; {have} sur {ratifiers} ont répondu.");

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
