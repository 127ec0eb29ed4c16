using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Posts.</summary>
internal sealed partial class CommunicationService
{
    public override Task<Post> SavePost(SavePostRequest request, ServerCallContext context)
    {
        var post = request.Post?.Clone() ?? new Post();
        if (post.Of.Length == 0) post.Of = request.Initiative;
        (Check.Id("post.thread", post.Thread) ?? NumberFault("post.number", post.Number, 0))?.Throw();
        return calls.WriteAsync(
            records.Posts, request.Initiative, "",
            (transaction, epoch) =>
            {
                records.Publish(transaction, request.Initiative, request.Draft, epoch);
                return Save(transaction, epoch, request.Initiative, post);
            },
            context);
    }

    public override Task<WithdrawPostResponse> WithdrawPost(WithdrawPostRequest request, ServerCallContext context)
    {
        var of = request.Of.Length == 0 ? request.Initiative : request.Of;
        (Check.Id("of", of) ?? Check.Id("channel", request.Channel) ?? Check.Id("thread", request.Thread) ?? NumberFault("number", request.Number, 1))?.Throw();
        return calls.WriteAsync(
            records.Posts, request.Initiative, "",
            (transaction, epoch) =>
            {
                var id = new PostId(of, request.Channel, request.Thread, request.Number).Text;
                records.Posts.Remove(transaction, request.Initiative, id, epoch, request.Revision, "number");
                return new WithdrawPostResponse();
            },
            context);
    }

    public override Task<ListPostsResponse> ListPosts(ListPostsRequest request, ServerCallContext context)
    {
        var size = Page<Post>.Size(request.PageSize);
        (Check.Id("thread", request.Thread) ?? Check.Length("text", request.Text, Check.LongestName))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var of = request.Of.Length == 0 ? request.Initiative : request.Of;
            var channel = Usable(reader.Find, standing.Nest, request.Initiative, of, request.Channel, "");
            records.Threads.Get(reader.Find, of, $"{request.Channel}/{request.Thread}", "thread");
            var line = Line.Of(standing.Nest, request.Initiative);
            var topic = new PostId(of, request.Channel, request.Thread, 0).Topic;
            var page = Page<Post>.Sift(
                Standing(ThreadMarks.Read(reader, line, topic, PostKind.NameOf(channel.Record.Reach), request.PageToken), records.Posts, reader.Find)
                    .Select(each => (each.Mark.Place, Spoken.Contains(each.Found.Record.Text, request.Text) ? each.Found.Show() : null)),
                size);
            return new ListPostsResponse { Posts = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    private Post Save(LogTransaction transaction, long epoch, string initiative, Post post)
    {
        var channel = Usable(transaction.Find, calls.Working.Nest, initiative, post.Of, post.Channel, "post.");
        records.Threads.Get(transaction.Find, post.Of, $"{post.Channel}/{post.Thread}", "post.thread");
        var sharing = SharingOf(channel.Record.Reach);
        var id = new PostId(post.Of, post.Channel, post.Thread, post.Number);
        var former = id.Number == 0 ? null : records.Posts.Get(transaction.Find, initiative, id.Text, "post.number");
        if (id.Number == 0) id = Next(transaction, initiative, id, channel.Record.Reach);
        if (former?.Record.Author != post.Author) named.CheckPartner(transaction, initiative, "post.author", post.Author, sharing);
        var record = new Post { Author = post.Author, Text = post.Text, WrittenAt = former?.Record.WrittenAt ?? Timestamp.FromDateTimeOffset(transaction.Now) };
        return records.Posts.Save(transaction, initiative, id.Text, epoch, record, post.Revision, sharing).Show();
    }

    /// <summary>The next number that was never used, also not for a post that was withdrawn.</summary>
    private PostId Next(LogTransaction transaction, string initiative, PostId thread, Reach reach)
    {
        var last = ReferenceTable.LastId(transaction, thread.Topic, PostKind.NameOf(reach), initiative);
        var next = thread with { Number = (last is null ? 0 : PostId.Read(last)!.Number) + 1 };
        while (transaction.Find(new(initiative, PostKind.NameOf(reach), next.Text)) is not null) next = next with { Number = next.Number + 1 };
        return next;
    }

    private static CallFault? NumberFault(string field, int number, int least) =>
        number >= least ? null : CallFault.Invalid(field, $"is {number}; give the number of a post{(least == 0 ? ", or 0 for a new one" : "")}");
}
