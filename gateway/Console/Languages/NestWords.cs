using System.Globalization;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of the function matrix, and of how a node and its links are.</summary>
public sealed partial class Words
{
    public string FunctionMatrix => Say("The function matrix", "La matrice des fonctions");
    public string MatrixLead => Say(
        "Six functions by initiative: who holds each, what is carried for another, and what nobody holds.",
        "Six fonctions par initiative\u00A0: qui exerce chacune, ce qui est porté pour une autre, et ce que personne n’exerce.");
    public string MatrixShows => Say("What the matrix shows", "Ce que montre la matrice");
    public string InitiativeHeading => Say("Initiative", "Initiative");
    public string NoSuchEntries => Say("There is none such.", "Il n’y en a pas.");
    public string Change => Say("Change", "Changer");
    public string ChangeHolderOf(string function, string initiative) => Say($"Change who holds: {function}, {initiative}", $"Changer qui exerce\u00A0: {function}, {initiative}");
    public string InAll => Say("In all", "En tout");
    public string MatrixCount(int own, int carried, int gaps) => Say(
        $"own: {own}, carried: {carried}, gaps: {gaps}", $"propres\u00A0: {own}, portées\u00A0: {carried}, lacunes\u00A0: {gaps}");

    public string NameOf(GetNestMapRequest.Types.Only only) => only switch
    {
        GetNestMapRequest.Types.Only.Carried => Say("Carried for another", "Portées pour une autre"),
        GetNestMapRequest.Types.Only.Overlaps => Say("Overlaps", "Chevauchements"),
        GetNestMapRequest.Types.Only.Gaps => Say("Gaps", "Lacunes"),
        GetNestMapRequest.Types.Only.Lapsing => Say("Terms that end soon", "Termes qui s’achèvent"),
        _ => Say("All", "Toutes"),
    };

    public string MarkOf(string kind) => kind switch
    {
        "own" => Say("held by itself", "exercée par elle-même"),
        "carried" => Say("held by another, in trust", "exercée par une autre, en fiducie"),
        "shared" => Say("shared", "partagée"),
        "proposed" => Say("an answer is awaited", "une réponse est attendue"),
        "overlap" => Say("overlap", "chevauchement"),
        _ => Say("gap: nobody", "lacune\u00A0: personne"),
    };

    /// <summary>For the cells in which a mark alone says who.</summary>
    public string MarkShort(string kind) => kind switch
    {
        "own" => Say("itself", "elle-même"),
        "proposed" => Say("proposed", "proposée"),
        _ => Say("nobody", "personne"),
    };

    // A node and its links
    public string Operate => Say("The node and its links", "Le nœud et ses liens");
    public string NodeHeading => Say("Node", "Nœud");
    public string DocumentsHeading => Say("Documents in its log", "Documents dans son journal");
    public string KeyHeading => Say("Its key begins", "Sa clé commence par");
    public string LinksHeading => Say("Links", "Liens");
    public string NoLinks => Say("This node is linked with none yet.", "Ce nœud n’est encore lié à aucun autre.");
    public string PeerAbove => Say("above", "palier supérieur");
    public string PeerBelow => Say("below", "palier inférieur");
    public string RefusedDocuments => Say("Refused documents", "Documents refusés");
    public string NothingRefused => Say("Nothing is refused.", "Rien n’est refusé.");
    public string RefusedBy => Say("Refused by", "Refusé par");
    public string ThisNode => Say("this node", "ce nœud");
    public string RefusedOn(int count) => Some(count, "document refused", "documents refused", "document refusé", "documents refusés");
    public string NextTry(string when) => Say($"It is tried again: {when} (UTC).", $"Prochain essai\u00A0: {when} (UTC).");

    public string NameOf(LinkState link) => link switch
    {
        { Standing: LinkState.Types.Standing.Suspended } => Say("Suspended", "Suspendu"),
        { Standing: LinkState.Types.Standing.Removed } => Say("Removed", "Retiré"),
        { Phase: LinkState.Types.Phase.Open } => Say("Open", "Ouvert"),
        { Phase: LinkState.Types.Phase.Connecting } => Say("Connecting", "En connexion"),
        { Phase: LinkState.Types.Phase.Waiting } => Say("Cut, tried again", "Coupé, nouvel essai prévu"),
        { Phase: LinkState.Types.Phase.Stopped } => Say("Stopped: needs the operator", "Arrêté\u00A0: l’exploitant doit agir"),
        { Phase: LinkState.Types.Phase.Silent } => Say("Not heard from yet", "Sans nouvelles encore"),
        _ => Say("Unknown", "Inconnu"),
    };

    public string LagOf(long documents, TimeSpan lag) => documents == 0
        ? Say("nothing to send", "rien à envoyer")
        : Some((int)Math.Min(documents, int.MaxValue), "document to send", "documents to send", "document à envoyer", "documents à envoyer")
            + Say($", the first for {Span(lag)}", $", le premier depuis {Span(lag)}");

    private string Span(TimeSpan span)
    {
        var culture = CultureInfo.GetCultureInfo(Say("en-CA", "fr-CA"));
        return span.TotalDays >= 1 ? Some((int)span.TotalDays, "day", "days", "jour", "jours")
            : span.TotalHours >= 1 ? string.Create(culture, $"{span.TotalHours:0.#} h")
            : span.TotalMinutes >= 1 ? string.Create(culture, $"{span.TotalMinutes:0} min")
            : string.Create(culture, $"{span.TotalSeconds:0} s");
    }
}
