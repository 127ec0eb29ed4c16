using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Channels.</summary>
internal sealed partial class CommunicationService
{
    public override Task<CommunicationChannel> SaveChannel(SaveChannelRequest request, ServerCallContext context)
    {
        var channel = request.Channel?.Clone() ?? new CommunicationChannel();
        var (initiative, id, revision) = (request.Initiative, channel.Channel, channel.Revision);
        (channel.Initiative, channel.Channel, channel.Revision) = ("", "", "");
        (Check.Id("channel.channel", id) ?? Check.Known("channel.reach", channel.Reach))?.Throw();
        return calls.WriteAsync(
            records.Channels, initiative, "",
            (transaction, epoch) =>
            {
                if (records.Channels.Find(transaction.Find, initiative, id) is { } former && former.Record.Reach != channel.Reach)
                    CallFault.Invalid("channel.reach", $"was settled as {former.Record.Reach} when the channel was opened; open another for another reach").Throw();
                return records.Channels.Save(transaction, initiative, id, epoch, channel, revision, SharingOf(channel.Reach)).Show();
            },
            context);
    }

    public override Task<RemoveChannelResponse> RemoveChannel(RemoveChannelRequest request, ServerCallContext context)
    {
        Check.Id("channel", request.Channel)?.Throw();
        return calls.WriteAsync(
            records.Channels, request.Initiative, "",
            (transaction, epoch) =>
            {
                var channel = records.Channels.Get(transaction.Find, request.Initiative, request.Channel, "channel");
                if (ReferenceTable.LastId(transaction, ThreadKind.Of(request.Initiative, request.Channel), ThreadKind.NameOf(channel.Record.Reach), request.Initiative) is { } thread)
                    CallFault.Precondition("channel", $"has threads, such as `{thread}`; remove them first (Communication.RemoveThread)").Throw();
                records.Channels.Remove(transaction, request.Initiative, request.Channel, epoch, request.Revision, "channel");
                return new RemoveChannelResponse();
            },
            context);
    }

    public override Task<ListChannelsResponse> ListChannels(ListChannelsRequest request, ServerCallContext context)
    {
        var size = Page<CommunicationChannel>.Size(request.PageSize);
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            if (request.Of.Length > 0) Line.Fault(standing.Nest, request.Initiative, request.Of, "of")?.Throw();
            var line = request.Of.Length > 0 ? [request.Of] : Line.Of(standing.Nest, request.Initiative);
            var page = Page<CommunicationChannel>.Take(
                ReferenceTable.Of(reader, ChannelKind.All, ChannelKind.NameOf(Reach.Nest)).Where(mention => line.Contains(mention.Initiative))
                    .Concat(ReferenceTable.Of(reader, ChannelKind.All, ChannelKind.NameOf(Reach.Within))
                        .Where(mention => mention.Initiative == request.Initiative && line.Contains(mention.Initiative)))
                    .Select(mention => (Place: $"{mention.Initiative}/{mention.Id}", Mention: mention))
                    .Where(each => string.CompareOrdinal(each.Place, request.PageToken) > 0)
                    .OrderBy(each => each.Place, StringComparer.Ordinal)
                    .Select(each => (each.Place, records.Channels.Get(reader.Find, each.Mention.Initiative, each.Mention.Id, "").Show())),
                size);
            return new ListChannelsResponse { Channels = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    /// <summary>A channel as an initiative may use it: its own, or one above or below that reaches the nest.</summary>
    private Found<CommunicationChannel> Usable(
        Func<DocumentKey, StoredDocument?> find, NestState nest, string initiative, string of, string channel, string within)
    {
        (Line.Fault(nest, initiative, of, $"{within}of") ?? Check.Id($"{within}channel", channel))?.Throw();
        var found = records.Channels.Get(find, of, channel, $"{within}channel");
        if (of != initiative && found.Record.Reach == Reach.Within) records.Channels.Missing(of, channel, $"{within}channel").Throw();
        return found;
    }

    private static Sharing SharingOf(Reach reach) => reach == Reach.Within ? Sharing.Kept : Sharing.Shared;
}
