using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

internal sealed class CommunicationService(NodeState node) : V1.Communication.CommunicationBase
{
    public override Task<Meeting> GetMeeting(GetMeetingRequest request, ServerCallContext context) =>
        node.Answers.To<GetMeetingRequest, Meeting>(request);

    public override Task<Meeting> SaveMeeting(SaveMeetingRequest request, ServerCallContext context) =>
        node.Answers.To<SaveMeetingRequest, Meeting>(request);

    public override Task<RemoveMeetingResponse> RemoveMeeting(RemoveMeetingRequest request, ServerCallContext context) =>
        node.Answers.To<RemoveMeetingRequest, RemoveMeetingResponse>(request);

    public override Task<ListMeetingsResponse> ListMeetings(ListMeetingsRequest request, ServerCallContext context) =>
        node.Answers.To<ListMeetingsRequest, ListMeetingsResponse>(request);

    public override Task<ListChannelsResponse> ListChannels(ListChannelsRequest request, ServerCallContext context) =>
        node.Answers.To<ListChannelsRequest, ListChannelsResponse>(request);

    public override Task<CommunicationChannel> SaveChannel(SaveChannelRequest request, ServerCallContext context) =>
        node.Answers.To<SaveChannelRequest, CommunicationChannel>(request);

    public override Task<ListThreadsResponse> ListThreads(ListThreadsRequest request, ServerCallContext context) =>
        node.Answers.To<ListThreadsRequest, ListThreadsResponse>(request);

    public override Task<DiscussionThread> SaveThread(SaveThreadRequest request, ServerCallContext context) =>
        node.Answers.To<SaveThreadRequest, DiscussionThread>(request);

    public override Task<ListPostsResponse> ListPosts(ListPostsRequest request, ServerCallContext context) =>
        node.Answers.To<ListPostsRequest, ListPostsResponse>(request);

    public override Task<Post> SavePost(SavePostRequest request, ServerCallContext context) =>
        node.Answers.To<SavePostRequest, Post>(request);

    public override Task<WithdrawPostResponse> WithdrawPost(WithdrawPostRequest request, ServerCallContext context) =>
        node.Answers.To<WithdrawPostRequest, WithdrawPostResponse>(request);

    public override Task<ListDraftsResponse> ListDrafts(ListDraftsRequest request, ServerCallContext context) =>
        node.Answers.To<ListDraftsRequest, ListDraftsResponse>(request);

    public override Task<Draft> SaveDraft(SaveDraftRequest request, ServerCallContext context) =>
        node.Answers.To<SaveDraftRequest, Draft>(request);

    public override Task<RemoveDraftResponse> RemoveDraft(RemoveDraftRequest request, ServerCallContext context) =>
        node.Answers.To<RemoveDraftRequest, RemoveDraftResponse>(request);

    public override Task<ListAnnouncementsResponse> ListAnnouncements(ListAnnouncementsRequest request, ServerCallContext context) =>
        node.Answers.To<ListAnnouncementsRequest, ListAnnouncementsResponse>(request);

    public override Task<Announcement> SaveAnnouncement(SaveAnnouncementRequest request, ServerCallContext context) =>
        node.Answers.To<SaveAnnouncementRequest, Announcement>(request);

    public override Task<RemoveAnnouncementResponse> RemoveAnnouncement(RemoveAnnouncementRequest request, ServerCallContext context) =>
        node.Answers.To<RemoveAnnouncementRequest, RemoveAnnouncementResponse>(request);

    public override Task<ListStoriesResponse> ListStories(ListStoriesRequest request, ServerCallContext context) =>
        node.Answers.To<ListStoriesRequest, ListStoriesResponse>(request);

    public override Task<Story> SaveStory(SaveStoryRequest request, ServerCallContext context) =>
        node.Answers.To<SaveStoryRequest, Story>(request);
}
