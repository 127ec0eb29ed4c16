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

    private static readonly Meeting Table = new()
    {
        Initiative = "ca",
        Meeting_ = "table",
        Name = new Text { En = "Table", Fr = "Table <A>" },
        Starts = Timestamp.FromDateTime(new DateTime(2026, 9, 3, 14, 0, 0, DateTimeKind.Utc)),
        MinutesLong = 90,
        Place = new Text { En = "Town hall" },
        Agenda = { new Text { En = "The <budget>" }, new Text { En = "The year" } },
        Attendees = { "shelter", "unknown" },
        Absent = { "city" },
        Minutes = new Text { En = "First came the budget.\nThen the year." },
        Decisions = { new Decision { Decision_ = "offer", Text = new Text { En = "Offer for two." }, Day = "2026-09-03" } },
        Actions =
        {
            new MeetingAction { Action = "sign", What = new Text { En = "Sign" }, Owner = "shelter", Due = "2026-09-10", Done = "2026-09-09" },
            new MeetingAction { Action = "tell", What = new Text { En = "Tell all" } },
        },
    };

    public override Task<Meeting> GetMeeting(GetMeetingRequest request, ServerCallContext context)
    {
        nest.Answering("GetMeeting");
        return request.Meeting is "table" or "next" ? Task.FromResult(Table) : throw new RpcException(new Status(StatusCode.NotFound, "unknown"));
    }

    public override Task<ListStoriesResponse> ListStories(ListStoriesRequest request, ServerCallContext context) => Task.FromResult(
        new ListStoriesResponse { Stories = { new Story { Initiative = "ca.on", Title = new Text { Fr = "Un escalier" }, Text = new Text { Fr = "Onze familles." }, Day = "2026-08-01" } } });

    public override Task<ListMeetingsResponse> ListMeetings(ListMeetingsRequest request, ServerCallContext context)
    {
        nest.Answering("ListMeetings");
        return Task.FromResult(new ListMeetingsResponse
        {
            Meetings =
            {
                Table,
                new Meeting { Meeting_ = "next", Name = new Text { En = "Next" }, Starts = Timestamp.FromDateTime(new DateTime(2126, 9, 3, 14, 0, 0, DateTimeKind.Utc)) },
            },
        });
    }

    public override Task<ListActionsResponse> ListActions(ListActionsRequest request, ServerCallContext context) => Task.FromResult(new ListActionsResponse
    {
        Actions = { new ActionEntry { Meeting = "table", MeetingName = Table.Name, Action = new MeetingAction { What = new Text { En = "Sign" }, Due = "2026-09-10" }, State = ActionState.Overdue } },
    });

    public override Task<ListChannelsResponse> ListChannels(ListChannelsRequest request, ServerCallContext context) => Task.FromResult(
        new ListChannelsResponse { Channels = { new CommunicationChannel { Initiative = "ca", Channel = "commons", Name = new Text { En = "Commons" } } } });

    public override Task<ListThreadsResponse> ListThreads(ListThreadsRequest request, ServerCallContext context) => Task.FromResult(
        new ListThreadsResponse { Threads = { new DiscussionThread { Initiative = "ca", Channel = "commons", Thread = "asked", LastWriter = "ca.on", Subject = new Text { En = "Asked first" }, Posts = 3 } } });

    public override Task<ListPostsResponse> ListPosts(ListPostsRequest request, ServerCallContext context) => Task.FromResult(new ListPostsResponse
    {
        Posts =
        {
            new Post
            {
                Initiative = "ca.on", Number = 1, Author = "fund", Text = new Text { Fr = "Qui a <payé> ?\nNous." },
                WrittenAt = Timestamp.FromDateTime(new DateTime(2026, 9, 3, 14, 0, 0, DateTimeKind.Utc)),
            },
        },
    });

    public override Task<Digest> GetDigest(GetDigestRequest request, ServerCallContext context)
    {
        nest.Answering("GetDigest");
        return Task.FromResult(new Digest
        {
            From = request.From,
            Until = request.Until,
            OverdueCount = 1,
            Overdue = { new ActionEntry { Meeting = "table", Action = Table.Actions[0], State = ActionState.Overdue } },
            MeetingCount = 1,
            Meetings = { Table },
            DecisionCount = 1,
            Decisions = { new DecisionEntry { Initiative = "ca", Meeting = "table", Decision = Table.Decisions[0] } },
            ThreadCount = 1,
            PostCount = 3,
            Threads =
            {
                new Digest.Types.ThreadNews
                {
                    Initiative = "ca", Channel = "commons", Thread = "asked", Subject = new Text { En = "Asked first" }, Posts = 3,
                    Latest = new Post { Initiative = "ca.on", Text = new Text { En = "Who <paid>?" } },
                },
            },
            StoryCount = 1,
            Stories = { new Story { Initiative = "ca.on", Title = new Text { Fr = "Un escalier" }, Text = new Text { Fr = "Onze familles." }, Day = "2026-08-01" } },
        });
    }

    public override Task<ListSilentResponse> ListSilent(ListSilentRequest request, ServerCallContext context) => Task.FromResult(new ListSilentResponse
    {
        Since = "2026-06-01",
        Silent = { new Silent { Initiative = "ca.on", Name = new Text { En = "Ontario" } }, new Silent { Partner = "shelter", Name = new Text { En = "Shelter <A>" }, LastHeard = "2026-01-05" } },
    });
}
