using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of working together: the sides of an initiative's work, and its partners.</summary>
public sealed partial class Words
{
    public string Together => Say("Working together", "Travailler ensemble");

    public string NameOf(Side side) => side switch
    {
        Side.Agenda => Say("Common agenda", "Programme commun"),
        Side.Activities => Say("Activities", "Activités"),
        Side.Communication => Say("Communication", "Communication"),
        Side.Partners => Say("Partners", "Partenaires"),
        Side.Learning => Say("Learning", "Apprentissage"),
        Side.PublicWill => Say("Public will", "Volonté publique"),
        Side.Resources => Say("Resources", "Ressources"),
        Side.Policy => Say("Policy", "Politiques publiques"),
        _ => Say("Proposals", "Propositions"),
    };

    // Partners
    public string Partners(int count) => Some(count, "partner", "partners", "partenaire", "partenaires");
    public string NoPartners => Say("No partners are known here.", "Aucun partenaire n’est connu ici.");
    public string MissingSectors => Say("Sectors that nobody brings to the table", "Secteurs que personne ne représente à la table");
    public string MissingVoices => Say("Voices that are missing", "Voix qui manquent");
    public string NobodyMissing => Say("None.", "Aucune.");
    public string Silent(string day) => Say($"Not heard from since {day}", $"Sans nouvelles depuis le {day}");
    public string NeverHeard => Say("never heard from", "jamais entendu");
    public string LastHeard(string day) => Say($"last heard from on {day}", $"dernières nouvelles le {day}");
    public string Partner => Say("Partner", "Partenaire");
    public string SectorHeading => Say("Sector", "Secteur");
    public string RingHeading => Say("Engaged", "Engagement");
    public string RingSought => Say("Sought", "Souhaité");
    public string Brings => Say("Brings", "Apporte");
    public string Kept => Say("kept here", "conservé ici");

    public string NameOf(Sector sector) => sector switch
    {
        Sector.Government => Say("Government", "Gouvernement"),
        Sector.Funders => Say("Funders", "Bailleurs de fonds"),
        Sector.Schools => Say("Schools", "Écoles"),
        Sector.Health => Say("Health", "Santé"),
        Sector.Business => Say("Business", "Entreprises"),
        Sector.NotForProfit => Say("Not-for-profit", "Organismes sans but lucratif"),
        Sector.CommunityOrganisers => Say("Community organisers", "Organisation communautaire"),
        Sector.HousesOfWorship => Say("Houses of worship", "Lieux de culte"),
        Sector.LivedExperience => Say("People with lived experience", "Personnes ayant une expérience vécue"),
        _ => Say("Not said", "Non précisé"),
    };

    public string NameOf(Ring ring) => ring switch
    {
        Ring.Core => Say("Core", "Noyau"),
        Ring.Involved => Say("Involved", "Engagé"),
        Ring.Supportive => Say("Supportive", "En appui"),
        Ring.Peripheral => Say("Peripheral", "En périphérie"),
        _ => "–",
    };

    // Proposals
    public string ProposalsReceived => Say("To be answered here", "À traiter ici");
    public string ProposalsMade => Say("Made by this initiative", "Faites par cette initiative");
    public string NoProposals => Say("None.", "Aucune.");
    public string AskedBy => Say("Asked by", "Demandée par");
    public string AskedOf => Say("Asked of", "Adressée à");
    public string OpenFor(int days) => Say("Open for ", "Ouverte depuis ") + Some(days, "day", "days", "jour", "jours");

    public string IndicatorToDefine => Say("Indicator to define", "Indicateur à définir");
    public string NewClause(string number) => Say($"New clause {number}", $"Nouvelle clause {number}");
    public string ClauseToChange(string number) => Say($"Clause {number}, to be changed", $"Clause {number}, à modifier");
    public string NewActivity => Say("New activity", "Nouvelle activité");
    public string ActivityToChange => Say("Activity, to be changed", "Activité, à modifier");
    public string BeforeChange => Say("It reads", "C’est");
    public string AfterChange => Say("It is to read", "Ce serait");
    public string DoneInstead => Say("Done instead", "Fait à la place");

    public string NameOf(ChangeProposal.Types.State state) => state switch
    {
        ChangeProposal.Types.State.Accepted => Say("Accepted", "Acceptée"),
        ChangeProposal.Types.State.Adapted => Say("Adapted", "Adaptée"),
        ChangeProposal.Types.State.Declined => Say("Declined", "Déclinée"),
        _ => Say("Open", "Ouverte"),
    };
}
