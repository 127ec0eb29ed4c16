using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Announcements: they go down.</summary>
internal sealed partial class CommunicationService
{
    public override Task<Announcement> SaveAnnouncement(SaveAnnouncementRequest request, ServerCallContext context)
    {
        var announcement = request.Announcement?.Clone() ?? new Announcement();
        var (initiative, id, revision) = (request.Initiative, announcement.Announcement_, announcement.Revision);
        (announcement.Initiative, announcement.Announcement_, announcement.Revision) = ("", "", "");
        if (announcement.Day.Length == 0) announcement.Day = time.Today().Written();
        Check.Id("announcement.announcement", id)?.Throw();
        return calls.WriteAsync(
            records.Announcements, initiative, "",
            (transaction, epoch) =>
            {
                records.Publish(transaction, initiative, request.Draft, epoch);
                var former = records.Announcements.Find(transaction.Find, initiative, id)?.Record;
                named.CheckAbout(transaction, "announcement.about", announcement.About, former?.About ?? [], Sharing.Shared);
                if (former?.Author != announcement.Author)
                    named.CheckPartner(transaction, initiative, "announcement.author", announcement.Author, Sharing.Shared);
                return records.Announcements.Save(transaction, initiative, id, epoch, announcement, revision).Show();
            },
            context);
    }

    public override Task<RemoveAnnouncementResponse> RemoveAnnouncement(RemoveAnnouncementRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Announcements, request.Initiative, "", request.Announcement, request.Revision, "announcement", new RemoveAnnouncementResponse(), context);

    public override Task<ListAnnouncementsResponse> ListAnnouncements(ListAnnouncementsRequest request, ServerCallContext context)
    {
        var size = Page<Announcement>.Size(request.PageSize);
        CheckDays(request.From, request.Until, request.About);
        Check.Day("holds_on", request.HoldsOn, out _)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var days = new Days(request.From, request.Until, LatestFirst: true);
            var marks = AnnouncementKind.Announced
                .Read(reader, Line.AndAbove(standing.Nest, request.Initiative, request.Above), days, request.About, request.PageToken)
                .Where(mark => days.IsAfter(mark.Place, request.PageToken) && Holds(mark, request.HoldsOn));
            var page = Page<Announcement>.Take(
                Standing(marks, records.Announcements, reader.Find).Select(each => (each.Mark.Place, each.Found.Show())), size);
            return new ListAnnouncementsResponse { Announcements = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    private static bool Holds(Marked mark, string day) => day.Length == 0
        || (string.CompareOrdinal(mark.When, day) <= 0 && (mark.Detail.Length == 0 || string.CompareOrdinal(day, mark.Detail) <= 0));
}
