using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of building public will.</summary>
public sealed partial class Words
{
    public string NoPublicWill => Say();
    public string Campaigns => Say();
    public string CampaignHeading => Say();
    public string OfNoCampaign => Say();
    public string AddCampaign => Say();
    public string ChangeCampaign => Say();
    public string CampaignHint => Say();
    public string Aim => Say();
    public string AimHint => Say();
    public string Audiences => Say();
    public string Audience => Say();
    public string AudienceNumber(int number) => Say(nameof(AudienceNumber), number);
    public string NameAnAudience => Say();
    public string ChannelsUsed => Say();
    public string Channel => Say();
    public string FirstDay => Say();
    public string FinalDay => Say();
    public string StatusHeading => Say();
    public string OfferBelow => Say();
    public string OfferHint => Say();
    public string OfferedBelow => Say();
    public string Yes => Say();
    public string No => Say();

    public string AddMessage => Say();
    public string ChangeMessage => Say();
    public string MessageText => Say();
    public string NoMessage => Say();
    public string LacksEnglish => Say();
    public string LacksFrench => Say();

    public string Events => Say();
    public string AddEvent => Say();
    public string ChangeEvent => Say();
    public string EventHint => Say();
    public string DayHeading => Say();
    public string Expected => Say();
    public string Attended => Say();
    public string HowMany => Say();
    public string OfThemBySector => Say();
    public string WhatCameOfIt => Say();

    private string PeopleCame(int count) => Some(count);

    public string Came(int? attended, int? expected) => (attended, expected) switch
    {
        ({ } came, { } awaited) => Say("Came.CameAwaited", PeopleCame(came), awaited),
        ({ } came, null) => PeopleCame(came),
        _ => Some(expected ?? 0, "Came.Other"),
    };

    public string WhomReached => Say();
    public string AddReach => Say();
    public string ReachHint => Say();
    public string ReachCaption => Say();
    public string WhatIsCounted => Say();
    public string HowCounted => Say();

    public string Endorsements => Say();
    public string OneOf(string sector) => Say(nameof(OneOf), sector);

    public string Offers => Say();
    public string OfferedCampaign => Say();
    public string OfferedMessage => Say();
    public string OfferChanged => Say();
    public string NotAnswered => Say();
    public string AnswerOffer => Say();
    public string WhatIsMadeOfIt => Say();
    public string OfferWording => Say();
    public string OwnCampaign => Say();

    public string NameOf(Adaptation.Types.Answer answer) => answer switch
    {
        Adaptation.Types.Answer.Used => Say("NameOf.AdaptationAnswer.Used"),
        Adaptation.Types.Answer.Adapted => Say("NameOf.AdaptationAnswer.Adapted"),
        Adaptation.Types.Answer.Declined => Say("NameOf.AdaptationAnswer.Declined"),
        _ => Say("NameOf.AdaptationAnswer.Other"),
    };

    public string NameOf(Campaign.Types.Status status) => status switch
    {
        Campaign.Types.Status.Planned => Say("NameOf.CampaignStatus.Planned"),
        Campaign.Types.Status.Underway => Say("NameOf.CampaignStatus.Underway"),
        Campaign.Types.Status.Done => Say("NameOf.CampaignStatus.Done"),
        _ => Say("NameOf.CampaignStatus.Other"),
    };

    public string NameOf(CampaignEvent.Types.Kind kind) => kind switch
    {
        CampaignEvent.Types.Kind.Gathering => Say("NameOf.CampaignEventKind.Gathering"),
        CampaignEvent.Types.Kind.DoorToDoor => Say("NameOf.CampaignEventKind.DoorToDoor"),
        CampaignEvent.Types.Kind.TownHall => Say("NameOf.CampaignEventKind.TownHall"),
        CampaignEvent.Types.Kind.Media => Say("NameOf.CampaignEventKind.Media"),
        CampaignEvent.Types.Kind.Online => Say("NameOf.CampaignEventKind.Online"),
        _ => Say("NameOf.CampaignEventKind.Other"),
    };

    public string NameOf(CampaignReach.Types.Measure measure) => measure switch
    {
        CampaignReach.Types.Measure.PeopleReached => Say("NameOf.CampaignReachMeasure.PeopleReached"),
        CampaignReach.Types.Measure.Responses => Say("NameOf.CampaignReachMeasure.Responses"),
        CampaignReach.Types.Measure.Attendance => Say("NameOf.CampaignReachMeasure.Attendance"),
        _ => Say("NameOf.CampaignReachMeasure.Other"),
    };

    public string NameOf(OutreachChannel channel) => channel switch
    {
        OutreachChannel.Press => Say("NameOf.OutreachChannel.Press"),
        OutreachChannel.RadioAndTelevision => Say("NameOf.OutreachChannel.RadioAndTelevision"),
        OutreachChannel.PostersAndPrint => Say("NameOf.OutreachChannel.PostersAndPrint"),
        OutreachChannel.SocialMedia => Say("NameOf.OutreachChannel.SocialMedia"),
        OutreachChannel.WebAndMail => Say("NameOf.OutreachChannel.WebAndMail"),
        OutreachChannel.DoorToDoor => Say("NameOf.OutreachChannel.DoorToDoor"),
        OutreachChannel.Gatherings => Say("NameOf.OutreachChannel.Gatherings"),
        OutreachChannel.Partners => Say("NameOf.OutreachChannel.Partners"),
        _ => Say("NameOf.OutreachChannel.Other"),
    };

    public string AddEndorsement => Say();
    public string ChangeEndorsement => Say();
    public string EndorsementHint => Say();
    public string InitiativeItself => Say();
    public string WhatTheySay => Say();
    public string NamedWhereShared => Say();
    public string TakenBackOn => Say();

    public string NameOf(Endorsement.Types.Naming naming) =>
        naming == Endorsement.Types.Naming.ByName ? Say("NameOf.EndorsementNaming.ByName") : Say("NameOf.EndorsementNaming.Other");
}
