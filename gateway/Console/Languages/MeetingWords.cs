namespace CollectiveImpact.Console.Languages;

/// <summary>The words of meetings.</summary>
public sealed partial class Words
{
    public string NoMeetings => Say();
    public string AllMeetings => Say();
    public string MeetingsComing => Say();
    public string MeetingsHeld => Say();
    public string CallMeeting => Say();
    public string ChangeMeeting => Say();
    public string WriteMinutes => Say();
    public string MinutesOf(string meeting) => Say(nameof(MinutesOf), meeting);
    public string MeetingName => Say();
    public string MeetingDay => Say();
    public string MeetingTime => Say();
    public string MinutesLongField => Say();
    public string ZoneHeading => Say();
    public string TimesShownIn => Say();
    public string ChooseZone => Say();
    public string HowLong => Say();
    public string MinutesLong(int minutes) => Say(nameof(MinutesLong), minutes);
    public string MeetingPlace => Say();
    public string AgendaItems => Say();
    public string AgendaHint => Say();
    public string WhoIsInvited => Say();
    public string WhoIsThere => Say();
    public string Attending => Say();
    public string Regrets => Say();
    public string OtherPartners => Say();
    public string ShareMeeting => Say();
    public string SharedUpAndDown => Say();
    public string Minutes => Say();
    public string MinutesHint => Say();
    public string DecisionNumber(int number) => Say(nameof(DecisionNumber), number);
    public string DecisionText => Say();
    public string DecisionDay => Say();
    public string TakeDecisionOut => Say();
    public string ActionsTaken => Say();
    public string ActionNumber(int number) => Say(nameof(ActionNumber), number);
    public string ActionWhat => Say();
    public string ActionDue => Say();
    public string ActionDone => Say();
    public string TakeActionOut => Say();
    public string TickOff => Say();
    public string NotDoneYet => Say();
    public string ActionGone => Say();
    public string MeetingGone => Say();
    public string SaveAndWriteOn => Say();
    public string TakeMeetingOut => Say();
    public string TakeMeetingOutSure => Say();

    public string DecidedAndTaken(int decisions, int actions) => string.Join(", ", new[]
    {
        decisions == 0 ? "" : Some(decisions, "DecidedAndTaken.Decisions"),
        actions == 0 ? "" : Some(actions, "DecidedAndTaken.Actions"),
    }.Where(part => part.Length > 0));

    public string NameOf(Zone zone) => zone.Id switch
    {
        "America/St_Johns" => Say("NameOf.Zone.Newfoundland"),
        "America/Halifax" => Say("NameOf.Zone.Atlantic"),
        "America/Toronto" => Say("NameOf.Zone.Eastern"),
        "America/Winnipeg" => Say("NameOf.Zone.Central"),
        "America/Regina" => Say("NameOf.Zone.Saskatchewan"),
        "America/Edmonton" => Say("NameOf.Zone.Mountain"),
        "America/Whitehorse" => Say("NameOf.Zone.Yukon"),
        "America/Vancouver" => Say("NameOf.Zone.Pacific"),
        "America/Anchorage" => Say("NameOf.Zone.Alaska"),
        "Pacific/Honolulu" => Say("NameOf.Zone.Hawaii"),
        _ => Say("NameOf.Zone.Universal"),
    };
}
