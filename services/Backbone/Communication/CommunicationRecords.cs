using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>What is kept of communication.</summary>
internal sealed class CommunicationRecords : IKinds
{
    public CommunicationRecords(TimeProvider time)
    {
        ChannelKind channel = new(time, Reach.Nest), channelWithin = new(time, Reach.Within);
        ThreadKind thread = new(time, Reach.Nest), threadWithin = new(time, Reach.Within);
        PostKind post = new(time, Reach.Nest), postWithin = new(time, Reach.Within);
        MeetingKind meeting = new(time, Sharing.Shared), meetingKept = new(time, Sharing.Kept);
        DraftKind draft = new(time);
        AnnouncementKind announcement = new(time);
        StoryKind story = new(time);
        Kinds = [channel, channelWithin, thread, threadWithin, post, postWithin, meeting, meetingKept, draft, announcement, story];
        Channels = new RecordSet<CommunicationChannel>("channel", channel, channelWithin);
        Threads = new RecordSet<DiscussionThread>("thread", thread, threadWithin);
        Posts = new RecordSet<Post>("post", post, postWithin);
        Meetings = new RecordSet<Meeting>("meeting", meeting, meetingKept);
        Drafts = new RecordSet<Draft>("draft", draft);
        Announcements = new RecordSet<Announcement>("announcement", announcement);
        Stories = new RecordSet<Story>("story", story);
    }

    public IReadOnlyList<IKind> Kinds { get; }

    public RecordSet<CommunicationChannel> Channels { get; }

    /// <summary>Ids are `channel/thread`.</summary>
    public RecordSet<DiscussionThread> Threads { get; }

    /// <summary>Ids are those of <see cref="PostId"/>.</summary>
    public RecordSet<Post> Posts { get; }

    public RecordSet<Meeting> Meetings { get; }

    public RecordSet<Draft> Drafts { get; }

    public RecordSet<Announcement> Announcements { get; }

    public RecordSet<Story> Stories { get; }

    /// <summary>Takes a draft out in the operation that publishes it; empty: there is none.</summary>
    public void Publish(LogTransaction transaction, string initiative, string draft, long epoch)
    {
        if (draft.Length == 0) return;
        var revision = Drafts.Get(transaction.Find, initiative, draft, "draft").Revision;
        Drafts.Remove(transaction, initiative, draft, epoch, revision, "draft");
    }
}
