using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>What may belong in a digest, as it was read: of more days than the digest's, or just of those.</summary>
/// <param name="Announcements">Of the initiative and those above it.</param>
/// <param name="Posts">That the initiative sees, of just those days, the person's own left out.</param>
/// <param name="Threads">The threads that they are in.</param>
/// <param name="Meetings">The initiative's own.</param>
/// <param name="Decisions">Of its meetings and those above.</param>
/// <param name="Actions">Of its own meetings.</param>
/// <param name="Stories">Of those below, in just those days; the latest first.</param>
internal sealed record DigestMaterial(
    IReadOnlyList<Marked> Announcements,
    int Posts,
    DigestPart<DigestThread> Threads,
    IReadOnlyList<Meeting> Meetings,
    IReadOnlyList<DecisionEntry> Decisions,
    IReadOnlyList<ActionEntry> Actions,
    DigestPart<Marked> Stories);

/// <summary>A part of a digest: how many there are, and the first of them.</summary>
internal sealed record DigestPart<T>(int Count, IReadOnlyList<T> Entries)
{
    public const int Most = 50;

    public static DigestPart<T> Of(IReadOnlyCollection<T> all) => new(all.Count, [.. all.Take(Most)]);
}

/// <summary>A thread in a digest.</summary>
internal sealed record DigestThread(PostId Thread, int Posts, Marked Latest);

/// <summary>What a digest says, before what it names is read.</summary>
internal sealed record DigestParts(
    DigestPart<Marked> Announcements,
    int Posts,
    DigestPart<DigestThread> Threads,
    DigestPart<Meeting> Meetings,
    int Held,
    DigestPart<DecisionEntry> Decisions,
    DigestPart<ActionEntry> Due,
    DigestPart<ActionEntry> Overdue,
    DigestPart<ActionEntry> Undated,
    DigestPart<Marked> Stories);

/// <summary>Works out what of a period a person should know.</summary>
internal static class DigestOf
{
    /// <param name="material">What happened.</param>
    /// <param name="person">A partner of the initiative; empty for everyone.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day.</param>
    /// <param name="now">What began before is held.</param>
    public static DigestParts Period(DigestMaterial material, string person, string from, string until, DateTimeOffset now)
    {
        var meetings = material.Meetings.Where(meeting => IsIn(Spoken.Day(meeting.Starts)) && Concerns(meeting, person))
            .OrderBy(meeting => $"{Spoken.Sorted(meeting.Starts)} {meeting.Meeting_}", StringComparer.Ordinal).ToList();
        var actions = material.Actions
            .Where(entry => entry.Action.Done.Length == 0 && (person.Length == 0 || entry.Action.Owner == person))
            .OrderBy(entry => $"{entry.Action.Due} {entry.Meeting} {entry.Action.Action}", StringComparer.Ordinal).ToList();
        return new DigestParts(
            DigestPart<Marked>.Of(Latest(material.Announcements)),
            material.Posts,
            material.Threads,
            DigestPart<Meeting>.Of(meetings),
            meetings.Count(meeting => meeting.Starts.ToDateTimeOffset() <= now),
            DigestPart<DecisionEntry>.Of([.. material.Decisions.Where(entry => IsIn(entry.Decision.Day))
                .OrderByDescending(entry => $"{entry.Decision.Day} {entry.Initiative} {entry.Meeting} {entry.Decision.Decision_}", StringComparer.Ordinal)]),
            DigestPart<ActionEntry>.Of([.. actions.Where(entry => IsIn(entry.Action.Due))]),
            DigestPart<ActionEntry>.Of([.. actions.Where(entry => entry.Action.Due.Length > 0 && string.CompareOrdinal(entry.Action.Due, from) < 0)]),
            DigestPart<ActionEntry>.Of([.. actions.Where(entry => entry.Action.Due.Length == 0)]),
            material.Stories);

        bool IsIn(string day) => string.CompareOrdinal(day, from) >= 0 && string.CompareOrdinal(day, until) <= 0;

        List<Marked> Latest(IEnumerable<Marked> marks) =>
            [.. marks.Where(mark => IsIn(mark.When[..10])).OrderByDescending(mark => mark.Place, StringComparer.Ordinal)];
    }

    /// <summary>Whether a meeting is a partner's to know of.</summary>
    public static bool Concerns(Meeting meeting, string person) =>
        person.Length == 0 || meeting.Attendees.Contains(person) || meeting.Absent.Contains(person);
}
