using CollectiveImpact.Console.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Communication;

/// <summary>Reads the page of an initiative's communication.</summary>
internal sealed class CommunicationReader(NestCalls calls, CallInvoker invoker)
{
    private const int OnPage = 20;
    private const int ChannelsOnPage = 10;

    private readonly V1.Communication.CommunicationClient _communication = new(invoker);

    public async Task<Answer<CommunicationModel>> Read(string id, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);
        var announcing = calls.Ask(_communication.ListAnnouncementsAsync, new ListAnnouncementsRequest { Initiative = id, Above = true, PageSize = OnPage }, cancellationToken);
        var telling = calls.Ask(_communication.ListStoriesAsync, new ListStoriesRequest { Initiative = id, Below = true, PageSize = OnPage }, cancellationToken);
        var meeting = calls.Ask(_communication.ListMeetingsAsync, new ListMeetingsRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var acting = calls.Ask(
            _communication.ListActionsAsync, new ListActionsRequest { Initiative = id, State = ActionState.Open, PageSize = OnPage }, cancellationToken);
        var speaking = calls.Ask(_communication.ListChannelsAsync, new ListChannelsRequest { Initiative = id, PageSize = ChannelsOnPage }, cancellationToken);
        var announced = await announcing;
        if (!announced.Has(out var announcements))
            return new(announced.Outcome, null, announced.Absence);
        var (stories, meetings, actions, channels) = ((await telling).Value, (await meeting).Value, (await acting).Value, (await speaking).Value);
        var threads = await Task.WhenAll((channels?.Channels ?? []).Select(channel => Threads(id, channel, cancellationToken)));
        var names = await calls.NamesFor(
            [
                .. initiative.Alignments.Select(alignment => alignment.Parent),
                .. announcements.Announcements.Select(each => each.Initiative),
                .. stories?.Stories.Select(each => each.Initiative) ?? [],
                .. threads.Select(each => each.Channel.Initiative),
            ],
            [initiative],
            cancellationToken);
        return new(
            Outcome.Given,
            new(initiative, announcements.Announcements, stories?.Stories ?? [], meetings?.Meetings ?? [], actions?.Actions ?? [], threads, names),
            Absence.Unknown);
    }

    private async Task<ChannelThreads> Threads(string id, CommunicationChannel channel, CancellationToken cancellationToken)
    {
        var listed = await calls.Ask(
            _communication.ListThreadsAsync,
            new ListThreadsRequest { Initiative = id, Of = channel.Initiative, Channel = channel.Channel, PageSize = OnPage },
            cancellationToken);
        return new(channel, listed.Value?.Threads ?? []);
    }
}
