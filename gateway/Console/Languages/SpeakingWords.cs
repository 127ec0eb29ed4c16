using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of speaking with one another: channels, threads, announcements, stories, drafts and the digest.</summary>
public sealed partial class Words
{
    public string Announce => Say();
    public string AnnounceLead => Say();
    public string ChangeAnnouncement => Say();
    public string AnnouncementUntil => Say();
    public string TellStory => Say();
    public string TellLead => Say();
    public string ChangeStory => Say();
    public string SpokenTitle => Say();
    public string SpokenText => Say();
    public string Publish => Say();
    public string TakeBack => Say();
    public string TakeBackSure => Say();
    public string Drafts => Say();
    public string DraftsLead => Say();
    public string NoDrafts => Say();
    public string ThrowAway => Say();

    public string OpenChannel => Say();
    public string ChangeChannel => Say();
    public string CloseChannel => Say();
    public string CloseChannelSure => Say();
    public string ChannelName => Say();
    public string ChannelPurpose => Say();
    public string ChannelReach => Say();
    public string OpenThread => Say();
    public string ThreadSubject => Say();
    public string NoThreads => Say();
    public string OlderThreads => Say();
    public string NoPosts => Say();
    public string AnswerThread => Say();
    public string YourPost => Say();
    public string SendPost => Say();
    public string WithdrawPost => Say();
    public string LaterPosts => Say();

    public string DigestOf(int days) => Say(nameof(DigestOf), days);
    public string NothingHappened => Say();
    public string WhoIsSilent => Say();
    public string NobodyIsSilent => Say();

    public string NameOf(Reach reach) => reach == V1.Reach.Nest
        ? Say("NameOf.Reach.Shared")
        : Say("NameOf.Reach.Within");

    public string NameOf(Draft.Types.Purpose purpose) => purpose switch
    {
        Draft.Types.Purpose.Announcement => Say("NameOf.DraftPurpose.Announcement"),
        Draft.Types.Purpose.Story => Say("NameOf.DraftPurpose.Story"),
        Draft.Types.Purpose.Minutes => Say("NameOf.DraftPurpose.Minutes"),
        _ => Say("NameOf.DraftPurpose.Other"),
    };
}
