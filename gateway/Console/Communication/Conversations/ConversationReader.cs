using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Communication.Conversations;

/// <summary>Reads channels and threads, as an initiative sees them.</summary>
internal sealed class ConversationReader(NestCalls calls, CallInvoker invoker)
{
    private const int Most = 1_000;
    private const int ThreadsOnPage = 100;
    private const int PostsOnPage = 100;

    private readonly V1.Communication.CommunicationClient _communication = new(invoker);

    public async Task<Answer<CommunicationChannel>> Find(string id, string of, string channel, CancellationToken cancellationToken)
    {
        var listed = await calls.Ask(
            _communication.ListChannelsAsync, new ListChannelsRequest { Initiative = id, Of = of, PageSize = Most }, cancellationToken);
        return !listed.Has(out var list) ? listed.As<CommunicationChannel>(_ => null!)
            : list.Channels.FirstOrDefault(each => each.Channel == channel && each.Initiative == of) is { } found ? new(Outcome.Given, found, Absence.Unknown)
            : new(Outcome.NotFound, null, Absence.Unknown);
    }

    public async Task<Answer<ChannelModel>> Read(string id, string of, string channel, CancellationToken cancellationToken)
    {
        var found = await Find(id, of, channel, cancellationToken);
        if (!found.Has(out var place))
            return found.As<ChannelModel>(_ => null!);
        var listed = await Threads(id, of, channel, ThreadsOnPage, cancellationToken);
        if (!listed.Has(out var list))
            return listed.As<ChannelModel>(_ => null!);
        var headed = await calls.ReadHead(id, list.Threads.Select(thread => thread.LastWriter).Append(of), cancellationToken);
        return headed.As(head => new ChannelModel(head, place, list.Threads, list.NextPageToken.Length > 0));
    }

    public async Task<Answer<ThreadModel>> Read(string id, string of, string channel, string thread, string after, TypedForm typed, CancellationToken cancellationToken)
    {
        var found = await Find(id, of, channel, cancellationToken);
        if (!found.Has(out var place))
            return found.As<ThreadModel>(_ => null!);
        var listed = await Threads(id, of, channel, Most, cancellationToken);
        if (!listed.Has(out var list))
            return listed.As<ThreadModel>(_ => null!);
        if (list.Threads.FirstOrDefault(each => each.Thread == thread) is not { } about)
            return new(Outcome.NotFound, null, Absence.Unknown);
        var posted = await calls.Ask(
            _communication.ListPostsAsync,
            new ListPostsRequest { Initiative = id, Of = of, Channel = channel, Thread = thread, PageSize = PostsOnPage, PageToken = after },
            cancellationToken);
        if (!posted.Has(out var posts))
            return posted.As<ThreadModel>(_ => null!);
        var partners = await calls.ReadPartnerNames(id, cancellationToken);
        var headed = await calls.ReadHead(id, posts.Posts.Select(post => post.Initiative).Append(of), cancellationToken);
        return headed.As(head => new ThreadModel(
            head, place, new DiscussionThread(about) { Channel = channel }, posts.Posts, posts.NextPageToken, partners, typed));
    }

    private Task<Answer<ListThreadsResponse>> Threads(string id, string of, string channel, int count, CancellationToken cancellationToken) => calls.Ask(
        _communication.ListThreadsAsync, new ListThreadsRequest { Initiative = id, Of = of, Channel = channel, PageSize = count }, cancellationToken);
}
