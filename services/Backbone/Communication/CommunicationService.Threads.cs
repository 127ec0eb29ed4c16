using System.Globalization;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Threads.</summary>
internal sealed partial class CommunicationService
{
    public override Task<DiscussionThread> SaveThread(SaveThreadRequest request, ServerCallContext context)
    {
        var thread = request.Thread?.Clone() ?? new DiscussionThread();
        (Check.Id("thread.channel", thread.Channel) ?? Check.Id("thread.thread", thread.Thread))?.Throw();
        return calls.WriteAsync(
            records.Threads, request.Initiative, "", (transaction, epoch) => Save(transaction, epoch, request.Initiative, thread), context);
    }

    public override Task<RemoveThreadResponse> RemoveThread(RemoveThreadRequest request, ServerCallContext context)
    {
        (Check.Id("channel", request.Channel) ?? Check.Id("thread", request.Thread))?.Throw();
        return calls.WriteAsync(
            records.Threads, request.Initiative, "",
            (transaction, epoch) =>
            {
                var initiative = request.Initiative;
                var channel = records.Channels.Get(transaction.Find, initiative, request.Channel, "channel");
                records.Threads.Remove(transaction, initiative, $"{request.Channel}/{request.Thread}", epoch, request.Revision, "thread");
                var topic = new PostId(initiative, request.Channel, request.Thread, 0).Topic;
                while (ReferenceTable.LastId(transaction, topic, PostKind.NameOf(channel.Record.Reach), initiative) is { } post)
                    records.Posts.Remove(transaction, initiative, post, epoch, records.Posts.Get(transaction.Find, initiative, post, "thread").Revision, "thread");
                return new RemoveThreadResponse();
            },
            context);
    }

    public override Task<ListThreadsResponse> ListThreads(ListThreadsRequest request, ServerCallContext context)
    {
        var size = Page<DiscussionThread>.Size(request.PageSize);
        ((request.About.Length == 0 ? null : Spoken.AboutFault("about", request.About)) ?? Check.Length("text", request.Text, Check.LongestName))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var of = request.Of.Length == 0 ? request.Initiative : request.Of;
            var channel = Usable(reader.Find, standing.Nest, request.Initiative, of, request.Channel, "");
            var line = Line.Of(standing.Nest, request.Initiative);
            var posts = ThreadPosts.In(reader, standing.Nest, line, $"{of}/{request.Channel}/", PostKind.NameOf(channel.Record.Reach));
            var page = Page<DiscussionThread>.Take(
                records.Threads.Standing(reader, of, prefix: $"{request.Channel}/")
                    .Where(found => Spoken.Contains(found.Record.Subject, request.Text) && (request.About.Length == 0 || found.Record.About.Contains(request.About)))
                    .Select(found =>
                    {
                        var thread = found.Show();
                        if (!posts.TryGetValue(Topic.Of("thread", of, found.Id), out var written)) return (Place: $"{Spoken.Sorted(thread.OpenedAt)} {found.Id}", thread);
                        var last = Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(written.Last, CultureInfo.InvariantCulture));
                        (thread.Posts, thread.LastPost, thread.LastWriter) = (written.Posts, last, written.Writer);
                        return (Place: $"{written.Last} {found.Id}", thread);
                    })
                    .Where(each => request.PageToken.Length == 0 || string.CompareOrdinal(each.Place, request.PageToken) < 0)
                    .OrderByDescending(each => each.Place, StringComparer.Ordinal),
                size);
            return new ListThreadsResponse { Threads = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    private DiscussionThread Save(LogTransaction transaction, long epoch, string initiative, DiscussionThread thread)
    {
        var (id, revision) = ($"{thread.Channel}/{thread.Thread}", thread.Revision);
        var sharing = SharingOf(records.Channels.Get(transaction.Find, initiative, thread.Channel, "thread.channel").Record.Reach);
        var former = records.Threads.Find(transaction.Find, initiative, id);
        named.CheckAbout(transaction, "thread.about", thread.About, former?.Record.About ?? [], sharing);
        var record = new DiscussionThread
        {
            Subject = thread.Subject,
            About = { thread.About },
            OpenedAt = former?.Record.OpenedAt ?? Timestamp.FromDateTimeOffset(transaction.Now),
        };
        return records.Threads.Save(transaction, initiative, id, epoch, record, revision, sharing).Show();
    }
}
