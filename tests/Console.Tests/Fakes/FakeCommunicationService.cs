using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>An announcement, a meeting with a decision and an overdue action, a story and a thread.</summary>
internal sealed class FakeCommunicationService(FakeNest nest) : V1.Communication.CommunicationBase
{
    public override Task<ListAnnouncementsResponse> ListAnnouncements(ListAnnouncementsRequest request, ServerCallContext context)
    {
        nest.Answering("ListAnnouncements");
        return Task.FromResult(new ListAnnouncementsResponse
        {
            Announcements = { new Announcement { Initiative = "ca", Title = new Text { En = "In <force>", Fr = "En vigueur" }, Text = new Text { En = "Since today." }, Day = "2026-09-01" } },
        });
    }

    public override Task<ListStoriesResponse> ListStories(ListStoriesRequest request, ServerCallContext context) => Task.FromResult(
        new ListStoriesResponse { Stories = { new Story { Initiative = "ca.on", Title = new Text { Fr = "Un escalier" }, Text = new Text { Fr = "Onze familles." }, Day = "2026-08-01" } } });

    public override Task<ListMeetingsResponse> ListMeetings(ListMeetingsRequest request, ServerCallContext context) => Task.FromResult(new ListMeetingsResponse
    {
        Meetings =
        {
            new Meeting
            {
                Meeting_ = "table",
                Name = new Text { En = "Table" },
                Starts = Timestamp.FromDateTime(new DateTime(2026, 9, 3, 14, 0, 0, DateTimeKind.Utc)),
                Decisions = { new Decision { Decision_ = "offer", Text = new Text { En = "Offer for two." } } },
            },
        },
    });

    public override Task<ListActionsResponse> ListActions(ListActionsRequest request, ServerCallContext context) => Task.FromResult(new ListActionsResponse
    {
        Actions = { new ActionEntry { Action = new MeetingAction { What = new Text { En = "Sign" }, Due = "2026-09-10" }, State = ActionState.Overdue } },
    });

    public override Task<ListChannelsResponse> ListChannels(ListChannelsRequest request, ServerCallContext context) => Task.FromResult(
        new ListChannelsResponse { Channels = { new CommunicationChannel { Initiative = "ca", Channel = "commons", Name = new Text { En = "Commons" } } } });

    public override Task<ListThreadsResponse> ListThreads(ListThreadsRequest request, ServerCallContext context) => Task.FromResult(
        new ListThreadsResponse { Threads = { new DiscussionThread { Thread = "asked", Subject = new Text { En = "Asked first" }, Posts = 3 } } });
}
