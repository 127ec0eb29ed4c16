using CollectiveImpact.Backbone.Records;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Records as callers are shown them: with whose and which they are, and at what revision.</summary>
internal static class Shown
{
    public static CommunicationChannel Show(this Found<CommunicationChannel> found)
    {
        var channel = found.Record.Clone();
        (channel.Initiative, channel.Channel, channel.Revision) = (found.Initiative, found.Id, found.Revision);
        return channel;
    }

    public static DiscussionThread Show(this Found<DiscussionThread> found)
    {
        var (thread, slash) = (found.Record.Clone(), found.Id.IndexOf('/'));
        (thread.Initiative, thread.Channel, thread.Thread, thread.Revision) = (found.Initiative, found.Id[..slash], found.Id[(slash + 1)..], found.Revision);
        return thread;
    }

    public static Post Show(this Found<Post> found)
    {
        var (post, id) = (found.Record.Clone(), PostId.Read(found.Id)!);
        (post.Initiative, post.Of, post.Channel, post.Thread, post.Number, post.Revision) =
            (found.Initiative, id.Of, id.Channel, id.Thread, id.Number, found.Revision);
        return post;
    }

    public static Draft Show(this Found<Draft> found)
    {
        var draft = found.Record.Clone();
        (draft.Initiative, draft.Draft_, draft.Revision, draft.SavedAt) = (found.Initiative, found.Id, found.Revision, found.Document.Content.WrittenAt);
        return draft;
    }

    public static Meeting Show(this Found<Meeting> found)
    {
        var meeting = found.Record.Clone();
        (meeting.Initiative, meeting.Meeting_, meeting.Revision, meeting.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return meeting;
    }

    public static Announcement Show(this Found<Announcement> found)
    {
        var announcement = found.Record.Clone();
        (announcement.Initiative, announcement.Announcement_, announcement.Revision) = (found.Initiative, found.Id, found.Revision);
        return announcement;
    }

    public static Story Show(this Found<Story> found)
    {
        var story = found.Record.Clone();
        (story.Initiative, story.Story_, story.Revision) = (found.Initiative, found.Id, found.Revision);
        return story;
    }
}
