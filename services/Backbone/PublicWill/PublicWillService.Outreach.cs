using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>Events, reach and endorsements.</summary>
internal sealed partial class PublicWillService
{
    public override Task<CampaignEvent> SaveEvent(SaveEventRequest request, ServerCallContext context)
    {
        var held = request.Event?.Clone() ?? new CampaignEvent();
        Check.Same("event.initiative", held.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(records.Events, request.Initiative, request.By, (transaction, epoch) => WillLists.Show(outreach.Save(transaction, request.Initiative, epoch, held)), context);
    }

    public override Task<RemoveEventResponse> RemoveEvent(RemoveEventRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Events, request.Initiative, request.By, request.Event, request.Revision, "event", new RemoveEventResponse(), context);

    public override Task<ListEventsResponse> ListEvents(ListEventsRequest request, ServerCallContext context)
    {
        var size = Page<CampaignEvent>.Size(request.PageSize);
        WillLists.Fault(request)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<CampaignEvent>.Take(lists.Events(reader, standing, request), size);
            return new ListEventsResponse { Events = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<CampaignReach> SaveReach(SaveReachRequest request, ServerCallContext context)
    {
        var reach = request.Reach?.Clone() ?? new CampaignReach();
        Check.Same("reach.initiative", reach.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(records.Reaches, request.Initiative, request.By, (transaction, epoch) => WillLists.Show(outreach.Save(transaction, calls.Working, request.Initiative, epoch, reach)), context);
    }

    public override Task<RemoveReachResponse> RemoveReach(RemoveReachRequest request, ServerCallContext context) => calls.RemoveAsync(
        records.Reaches, request.Initiative, request.By, request.Reach, request.Revision, "reach", new RemoveReachResponse(), context);

    public override Task<ListReachResponse> ListReach(ListReachRequest request, ServerCallContext context)
    {
        var size = Page<CampaignReach>.Size(request.PageSize);
        (Place.Read("page_token", request.PageToken, out var after) ?? WillLists.Fault(request))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<CampaignReach>.Take(lists.Reaches(reader, standing, request, after), size);
            return new ListReachResponse { Reaches = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<ReachTable> GetReachTable(GetReachTableRequest request, ServerCallContext context)
    {
        ((request.Campaign.Length == 0 ? null : RecordId.ReferenceFault("campaign", request.Campaign)) ?? Check.Days("from", request.From, "until", request.Until))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) => new ReachTables(reader, standing, time.Today()).Of(request)));
    }

    public override Task<Endorsement> SaveEndorsement(SaveEndorsementRequest request, ServerCallContext context)
    {
        var endorsement = request.Endorsement?.Clone() ?? new Endorsement();
        Check.Same("endorsement.initiative", endorsement.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(records.Endorsements, request.Initiative, request.By, (transaction, epoch) => endorsements.Save(transaction, calls.Working, request.Initiative, epoch, endorsement), context);
    }

    public override Task<RemoveEndorsementResponse> RemoveEndorsement(RemoveEndorsementRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Endorsements, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            endorsements.Remove(transaction, epoch, request);
            return new RemoveEndorsementResponse();
        },
        context);

    public override Task<ListEndorsementsResponse> ListEndorsements(ListEndorsementsRequest request, ServerCallContext context)
    {
        var size = Page<Endorsement>.Size(request.PageSize);
        ((request.Campaign.Length == 0 ? null : Check.Id("campaign", request.Campaign))
            ?? Check.KnownOrNone("sector", request.Sector)
            ?? (request.PageToken.Length == 0 ? null : Check.Id("page_token", request.PageToken)))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            var page = Page<Endorsement>.Take(
                records.Endorsements.Standing(reader, request.Initiative, request.PageToken)
                    .Where(found => request.Campaign.Length == 0 || found.Record.Campaign == request.Campaign)
                    .Where(found => request.Sector == Sector.Unspecified || found.Record.Sector == request.Sector)
                    .Where(found => request.Withdrawn || found.Record.Withdrawn.Length == 0)
                    .Select(found => (found.Id, endorsements.Show(reader.Find, found))),
                size);
            return new ListEndorsementsResponse { Endorsements = { page.Items }, NextPageToken = page.NextToken };
        }));
    }
}
