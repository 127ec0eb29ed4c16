using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>Meetings.</summary>
internal sealed partial class CommunicationService
{
    public override Task<Meeting> SaveMeeting(SaveMeetingRequest request, ServerCallContext context)
    {
        var meeting = request.Meeting?.Clone() ?? new Meeting();
        (Check.Id("meeting.meeting", meeting.Meeting_) ?? Spoken.InstantFault("meeting.starts", meeting.Starts))?.Throw();
        foreach (var decision in meeting.Decisions.Where(decision => decision.Day.Length == 0)) decision.Day = Spoken.Day(meeting.Starts);
        return calls.WriteAsync(
            records.Meetings, request.Initiative, "",
            (transaction, epoch) =>
            {
                records.Publish(transaction, request.Initiative, request.Draft, epoch);
                return Save(transaction, epoch, request.Initiative, meeting);
            },
            context);
    }

    public override Task<RemoveMeetingResponse> RemoveMeeting(RemoveMeetingRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Meetings, request.Initiative, "", request.Meeting, request.Revision, "meeting", new RemoveMeetingResponse(), context);

    public override Task<Meeting> GetMeeting(GetMeetingRequest request, ServerCallContext context) => Task.FromResult(
        calls.Read(request.Initiative, (reader, _) => records.Meetings.Get(reader.Find, request.Initiative, request.Meeting, "meeting").Show()));

    public override Task<ListMeetingsResponse> ListMeetings(ListMeetingsRequest request, ServerCallContext context)
    {
        var size = Page<Meeting>.Size(request.PageSize);
        CheckDays(request.From, request.Until);
        OnlyOwn("person", request.Person, request.Below)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var days = new Days(request.From, request.Until, LatestFirst: false);
            var marks = MeetingKind.Held.Read(reader, Line.AndBelow(standing.Nest, request.Initiative, request.Below), days, place: request.PageToken);
            var page = Page<Meeting>.Take(
                Standing(marks.Where(mark => days.IsAfter(mark.Place, request.PageToken)), records.Meetings, reader.Find)
                    .Where(each => DigestOf.Concerns(each.Found.Record, request.Person))
                    .Select(each => (each.Mark.Place, each.Found.Show())),
                size);
            return new ListMeetingsResponse { Meetings = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    private Meeting Save(LogTransaction transaction, long epoch, string initiative, Meeting meeting)
    {
        var former = records.Meetings.Find(transaction.Find, initiative, meeting.Meeting_);
        var (id, revision, sharing) = (meeting.Meeting_, meeting.Revision, meeting.Sharing);
        if (sharing == Sharing.Unspecified) sharing = former?.Sharing ?? Sharing.Kept;
        Check.Known("meeting.sharing", sharing)?.Throw();
        (meeting.Initiative, meeting.Meeting_, meeting.Revision, meeting.Sharing) = ("", "", "", Sharing.Unspecified);
        CheckNamed(transaction, initiative, meeting, former is not null && former.Sharing == sharing ? former.Record : new Meeting(), sharing);
        return records.Meetings.Save(transaction, initiative, id, epoch, meeting, revision, sharing).Show();
    }

    private void CheckNamed(LogTransaction transaction, string initiative, Meeting meeting, Meeting former, Sharing sharing)
    {
        var known = former.Attendees.Concat(former.Absent).Concat(former.Actions.Select(action => action.Owner)).ToHashSet();
        var about = former.Decisions.SelectMany(decision => decision.About).ToHashSet();
        for (var i = 0; i < meeting.Attendees.Count; i++) CheckOne($"attendees[{i}]", meeting.Attendees[i]);
        for (var i = 0; i < meeting.Absent.Count; i++) CheckOne($"absent[{i}]", meeting.Absent[i]);
        for (var i = 0; i < meeting.Decisions.Count; i++)
            named.CheckAbout(transaction, $"meeting.decisions[{i}].about", meeting.Decisions[i].About, about, sharing);
        var today = time.Today().Written();
        for (var i = 0; i < meeting.Actions.Count; i++)
        {
            CheckOne($"actions[{i}].owner", meeting.Actions[i].Owner);
            if (string.CompareOrdinal(meeting.Actions[i].Done, today) > 0)
                CallFault.Invalid($"meeting.actions[{i}].done", $"{Check.Shown(meeting.Actions[i].Done)} is still to come; give the day on which it was done").Throw();
        }

        void CheckOne(string field, string partner)
        {
            if (!known.Contains(partner)) named.CheckPartner(transaction, initiative, $"meeting.{field}", partner, sharing);
        }
    }

    private static CallFault? OnlyOwn(string field, string partner, bool below) =>
        partner.Length == 0 ? null
        : below ? CallFault.Invalid(field, "is one of the initiative's own partners, and others below it have theirs; leave it empty, or ask without `below`")
        : Check.Id(field, partner);
}
