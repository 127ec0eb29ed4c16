using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Puts a digest into words: reads what it names, and cuts what is long.</summary>
internal sealed class DigestAnswer(CommunicationRecords records, Func<DocumentKey, StoredDocument?> find)
{
    /// <summary>In characters a language. A client takes 4 MiB in an answer.</summary>
    private const int LongestText = 500;

    public Digest Of(DigestParts parts) => new()
    {
        AnnouncementCount = parts.Announcements.Count,
        Announcements = { parts.Announcements.Entries.Select(mark => Cut(records.Announcements.Get(find, mark.Initiative, mark.Id, "").Show())) },
        PostCount = parts.Posts,
        ThreadCount = parts.Threads.Count,
        Threads = { parts.Threads.Entries.Select(Thread) },
        MeetingCount = parts.Meetings.Count,
        HeldCount = parts.Held,
        Meetings = { parts.Meetings.Entries.Select(Heading) },
        DecisionCount = parts.Decisions.Count,
        Decisions = { parts.Decisions.Entries.Select(Cut) },
        DueCount = parts.Due.Count,
        Due = { parts.Due.Entries.Select(Cut) },
        OverdueCount = parts.Overdue.Count,
        Overdue = { parts.Overdue.Entries.Select(Cut) },
        UndatedCount = parts.Undated.Count,
        Undated = { parts.Undated.Entries.Select(Cut) },
        StoryCount = parts.Stories.Count,
        Stories = { parts.Stories.Entries.Select(mark => Cut(records.Stories.Get(find, mark.Initiative, mark.Id, "").Show())) },
    };

    private Digest.Types.ThreadNews Thread(DigestThread thread)
    {
        var latest = records.Posts.Get(find, thread.Latest.Initiative, thread.Latest.Id, "").Show();
        latest.Text = Cut(latest.Text);
        return new Digest.Types.ThreadNews
        {
            Initiative = thread.Thread.Of,
            Channel = thread.Thread.Channel,
            Thread = thread.Thread.Thread,
            Subject = records.Threads.Find(find, thread.Thread.Of, $"{thread.Thread.Channel}/{thread.Thread.Thread}")?.Record.Subject,
            Posts = thread.Posts,
            Latest = latest,
        };
    }

    private static Meeting Heading(Meeting meeting) => new()
    {
        Initiative = meeting.Initiative,
        Meeting_ = meeting.Meeting_,
        Name = meeting.Name,
        Starts = meeting.Starts,
        MinutesLong = meeting.MinutesLong,
        Place = Cut(meeting.Place),
        Sharing = meeting.Sharing,
        Revision = meeting.Revision,
    };

    private static Announcement Cut(Announcement announcement)
    {
        announcement.Text = Cut(announcement.Text);
        return announcement;
    }

    private static Story Cut(Story story)
    {
        story.Text = Cut(story.Text);
        return story;
    }

    private static DecisionEntry Cut(DecisionEntry entry)
    {
        entry.Decision.Text = Cut(entry.Decision.Text);
        return entry;
    }

    private static ActionEntry Cut(ActionEntry entry)
    {
        entry.Action.What = Cut(entry.Action.What);
        return entry;
    }

    private static Text? Cut(Text? text) => text is null ? null : new Text { En = Cut(text.En), Fr = Cut(text.Fr) };

    private static string Cut(string text) =>
        text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 2]) ? LongestText - 2 : LongestText - 1)] + "…";
}
