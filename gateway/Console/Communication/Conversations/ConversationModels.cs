using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Communication.Conversations;

/// <summary>What the page of a channel shows: its threads, that with the latest post first.</summary>
/// <param name="IsMore">Whether there are more than are shown.</param>
public sealed record ChannelModel(SideHead Head, CommunicationChannel Channel, IReadOnlyList<DiscussionThread> Threads, bool IsMore);

/// <summary>What the page of a thread shows.</summary>
/// <param name="Posts">The earliest first.</param>
/// <param name="After">Where those that follow begin; empty after the last.</param>
/// <param name="Typed">An answer that is being written.</param>
public sealed record ThreadModel(
    SideHead Head, CommunicationChannel Channel, DiscussionThread Thread, IReadOnlyList<Post> Posts, string After, PartnerNames Partners, TypedForm Typed);
