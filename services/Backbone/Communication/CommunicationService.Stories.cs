using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Stories: they go up.</summary>
internal sealed partial class CommunicationService
{
    public override Task<Story> SaveStory(SaveStoryRequest request, ServerCallContext context)
    {
        var story = request.Story?.Clone() ?? new Story();
        var (initiative, id, revision) = (request.Initiative, story.Story_, story.Revision);
        (story.Initiative, story.Story_, story.Revision) = ("", "", "");
        if (story.Day.Length == 0) story.Day = time.Today().Written();
        Check.Id("story.story", id)?.Throw();
        return calls.WriteAsync(
            records.Stories, initiative, "",
            (transaction, epoch) =>
            {
                records.Publish(transaction, initiative, request.Draft, epoch);
                var former = records.Stories.Find(transaction.Find, initiative, id)?.Record;
                named.CheckAbout(transaction, "story.about", story.About, former?.About ?? [], Sharing.Shared);
                if (former?.Author != story.Author) named.CheckPartner(transaction, initiative, "story.author", story.Author, Sharing.Shared);
                return records.Stories.Save(transaction, initiative, id, epoch, story, revision).Show();
            },
            context);
    }

    public override Task<RemoveStoryResponse> RemoveStory(RemoveStoryRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Stories, request.Initiative, "", request.Story, request.Revision, "story", new RemoveStoryResponse(), context);

    public override Task<ListStoriesResponse> ListStories(ListStoriesRequest request, ServerCallContext context)
    {
        var size = Page<Story>.Size(request.PageSize);
        CheckDays(request.From, request.Until, request.About);
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var days = new Days(request.From, request.Until, LatestFirst: true);
            var marks = StoryKind.Told
                .Read(reader, Line.AndBelow(standing.Nest, request.Initiative, request.Below), days, request.About, request.PageToken)
                .Where(mark => days.IsAfter(mark.Place, request.PageToken));
            var page = Page<Story>.Take(Standing(marks, records.Stories, reader.Find).Select(each => (each.Mark.Place, each.Found.Show())), size);
            return new ListStoriesResponse { Stories = { page.Items }, NextPageToken = page.NextToken };
        }));
    }
}
