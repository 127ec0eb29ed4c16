using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Communication;

/// <summary>What the page of an initiative's communication shows.</summary>
/// <param name="Announcements">Its own, and those of the initiatives above.</param>
/// <param name="Stories">Its own, and those of the initiatives below.</param>
/// <param name="Channels">Those in which it can speak, with their latest threads.</param>
public sealed record CommunicationModel(
    Initiative Initiative,
    IReadOnlyList<Announcement> Announcements,
    IReadOnlyList<Story> Stories,
    IReadOnlyList<Meeting> Meetings,
    IReadOnlyList<ActionEntry> Actions,
    IReadOnlyList<ChannelThreads> Channels,
    Names Names);

/// <summary>A channel and its threads, that with the latest post first.</summary>
public sealed record ChannelThreads(CommunicationChannel Channel, IReadOnlyList<DiscussionThread> Threads);
