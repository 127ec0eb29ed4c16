namespace CollectiveImpact.Console.Languages;

/// <summary>The words of what waits for whoever is signed in.</summary>
public sealed partial class Words
{
    public string Today => Say("What needs you today", "Ce qui vous attend aujourd’hui");
    public string TodayShort => Say("Today", "Aujourd’hui");
    public string WelcomeBack(string name) => Say($"Welcome, {name}", $"Bonjour, {name}");
    public string NoRoleYet => Say(
        "You have no role at an initiative yet: ask its backbone to invite you.",
        "Vous n’avez encore de rôle dans aucune initiative\u00A0: demandez une invitation à son organisme pivot.");
    public string YouAre(string role) => Say($"Here you are {role}.", $"Votre rôle ici\u00A0: {role}.");
    public string NothingWaits => Say("Nothing waits for you here.", "Rien ne vous attend ici.");
    public string ComingUp => Say("Coming up", "À venir");
    public string WaitsForRatifiers(int version) => Say($"Version {version} of the agenda waits for its ratifiers", $"La version {version} du programme attend ses ratificateurs");
    public string HaveAnswered(int answered, int ratifiers) => Say($"{answered} of {ratifiers} have answered", $"{answered} sur {ratifiers} ont répondu");
    public string YoursToRatify(int version) => Say($"Version {version} of the agenda is yours to ratify", $"La version {version} du programme attend votre ratification");
    public string DriftToAnswer(int count) => Some(count, "alignment that drifts, to be answered", "alignments that drift, to be answered", "alignement qui dérive, à traiter", "alignements qui dérivent, à traiter");
    public string ToReport(string indicator, string period) => Say($"Report {indicator} for {period}", $"Déclarer {indicator} pour {period}");
    public string ProposalToAnswer(string title) => Say($"A proposal to answer: {title}", $"Une proposition à traiter\u00A0: {title}");
    public string LinksBroken(int count) => Some(count, "link is cut", "links are cut", "lien est coupé", "liens sont coupés");
    public string WillYouHold(string function, string initiative) => Say($"Will you hold it? {function}, {initiative}", $"L’exercerez-vous\u00A0? {function}, {initiative}");
}
