using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of building public will.</summary>
public sealed partial class Words
{
    public string NoPublicWill => Say(
        "No campaign stands here yet. Begin with one: what shall be different afterwards, and who is to hear of it.",
        "Il n’y a encore aucune campagne ici. Commencez par en créer une\u00A0: ce qui doit être différent ensuite, et qui doit l’entendre.");
    public string Campaigns => Say("Campaigns", "Campagnes");
    public string CampaignHeading => Say("Campaign", "Campagne");
    public string OfNoCampaign => Say("Of none", "D’aucune");
    public string AddCampaign => Say("Add a campaign", "Ajouter une campagne");
    public string ChangeCampaign => Say("Change a campaign", "Modifier une campagne");
    public string CampaignHint => Say(
        "A campaign has an aim, audiences, and for each audience a message in both languages.",
        "Une campagne a un but, des publics et, pour chaque public, un message dans les deux langues.");
    public string Aim => Say("Aim", "But");
    public string AimHint => Say("What shall be different afterwards.", "Ce qui doit être différent ensuite.");
    public string Audiences => Say("Audiences", "Publics");
    public string Audience => Say("Audience", "Public");
    public string AudienceNumber(int number) => Say($"Audience {number}", $"Public {number}");
    public string NameAnAudience => Say("Name an audience.", "Nommez un public.");
    public string ChannelsUsed => Say("By which channels", "Par quels canaux");
    public string Channel => Say("Channel", "Canal");
    public string FirstDay => Say("First day", "Premier jour");
    public string FinalDay => Say("Last day", "Dernier jour");
    public string StatusHeading => Say("How it stands", "Où elle en est");
    public string OfferBelow => Say("Offer it to those below, to adapt", "L’offrir aux paliers inférieurs, pour qu’ils l’adaptent");
    public string OfferHint => Say("What is offered is shared, and in both languages.", "Ce qui est offert est partagé, et dans les deux langues.");
    public string OfferedBelow => Say("offered below", "offerte aux paliers inférieurs");
    public string Yes => Say("Yes", "Oui");
    public string No => Say("No", "Non");

    public string AddMessage => Say("Add a message", "Ajouter un message");
    public string ChangeMessage => Say("Change a message", "Modifier un message");
    public string MessageText => Say("What is said to it", "Ce qu’on lui dit");
    public string NoMessage => Say("No message yet.", "Pas encore de message.");
    public string LacksEnglish => Say("lacks English", "sans version anglaise");
    public string LacksFrench => Say("lacks French", "sans version française");

    public string Events => Say("Events", "Événements");
    public string AddEvent => Say("Add an event", "Ajouter un événement");
    public string ChangeEvent => Say("Change an event", "Modifier un événement");
    public string EventHint => Say("It counts people, and names none.", "On y compte des personnes, et on n’en nomme aucune.");
    public string DayHeading => Say("Day", "Jour");
    public string Expected => Say("Expected", "Attendues");
    public string Attended => Say("Came", "Venues");
    public string HowMany => Say("How many", "Combien");
    public string OfThemBySector => Say("Of them, by sector", "Dont, par secteur");
    public string WhatCameOfIt => Say("What came of it", "Ce qui en est sorti");

    public string Came(int? attended, int? expected) => (attended, expected) switch
    {
        ({ } came, { } awaited) => Some(came, "person came", "people came", "personne est venue", "personnes sont venues") + Say($", {awaited} were expected", $", {awaited} étaient attendues"),
        ({ } came, null) => Some(came, "person came", "people came", "personne est venue", "personnes sont venues"),
        _ => Some(expected ?? 0, "person expected", "people expected", "personne attendue", "personnes attendues"),
    };

    public string WhomReached => Say("Whom it reached", "Qui a été rejoint");
    public string AddReach => Say("Note whom it reached", "Noter qui elle a rejoint");
    public string ReachHint => Say("No day is counted twice for the same channel and the same count.", "Aucun jour n’est compté deux fois pour un même canal et un même décompte.");
    public string ReachCaption => Say(
        "By channel, of this initiative and of those below it", "Par canal, de cette initiative et de celles des paliers inférieurs");
    public string WhatIsCounted => Say("What is counted", "Ce qui est compté");
    public string HowCounted => Say("How it was counted", "Comment on a compté");

    public string Endorsements => Say("Who endorses it", "Qui l’appuie");
    public string OneOf(string sector) => Say($"One of: {sector}", $"Parmi\u00A0: {sector}");

    public string Offers => Say("Offered from above", "Offert par les paliers supérieurs");
    public string OfferedCampaign => Say("Campaign", "Campagne");
    public string OfferedMessage => Say("Message", "Message");
    public string OfferChanged => Say("the offer has changed since", "l’offre a changé depuis");
    public string NotAnswered => Say("Not answered yet.", "Pas encore de réponse.");
    public string AnswerOffer => Say("Say what is made of it", "Dire ce qu’on en fait");
    public string WhatIsMadeOfIt => Say("What is made of it", "Ce qu’on en fait");
    public string OfferWording => Say("Own wording, where it is adapted", "Propre formulation, si on l’adapte");
    public string OwnCampaign => Say("Own campaign made of it", "Propre campagne qui en est issue");

    public string NameOf(Adaptation.Types.Answer answer) => answer switch
    {
        Adaptation.Types.Answer.Used => Say("Used as it is", "Utilisé tel quel"),
        Adaptation.Types.Answer.Adapted => Say("Adapted", "Adapté"),
        Adaptation.Types.Answer.Declined => Say("Declined", "Décliné"),
        _ => Say("Open", "À venir"),
    };

    public string NameOf(Campaign.Types.Status status) => status switch
    {
        Campaign.Types.Status.Planned => Say("Planned", "Prévue"),
        Campaign.Types.Status.Underway => Say("Under way", "En cours"),
        Campaign.Types.Status.Done => Say("Done", "Terminée"),
        _ => Say("Stopped", "Arrêtée"),
    };

    public string NameOf(CampaignEvent.Types.Kind kind) => kind switch
    {
        CampaignEvent.Types.Kind.Gathering => Say("Gathering", "Rassemblement"),
        CampaignEvent.Types.Kind.DoorToDoor => Say("Door to door", "Porte-à-porte"),
        CampaignEvent.Types.Kind.TownHall => Say("Town hall", "Assemblée publique"),
        CampaignEvent.Types.Kind.Media => Say("In the media", "Dans les médias"),
        CampaignEvent.Types.Kind.Online => Say("Online", "En ligne"),
        _ => Say("Other", "Autre"),
    };

    public string NameOf(CampaignReach.Types.Measure measure) => measure switch
    {
        CampaignReach.Types.Measure.PeopleReached => Say("People reached", "Personnes rejointes"),
        CampaignReach.Types.Measure.Responses => Say("Responses", "Réponses"),
        CampaignReach.Types.Measure.Attendance => Say("Attendance", "Participation"),
        _ => Say("Shares", "Partages"),
    };

    public string NameOf(OutreachChannel channel) => channel switch
    {
        OutreachChannel.Press => Say("Press", "Presse"),
        OutreachChannel.RadioAndTelevision => Say("Radio and television", "Radio et télévision"),
        OutreachChannel.PostersAndPrint => Say("Posters and print", "Affiches et imprimés"),
        OutreachChannel.SocialMedia => Say("Social media", "Médias sociaux"),
        OutreachChannel.WebAndMail => Say("Web and mail", "Web et courrier"),
        OutreachChannel.DoorToDoor => Say("Door to door", "Porte-à-porte"),
        OutreachChannel.Gatherings => Say("Gatherings", "Rassemblements"),
        OutreachChannel.Partners => Say("Partners", "Partenaires"),
        _ => Say("Other", "Autre"),
    };
}
