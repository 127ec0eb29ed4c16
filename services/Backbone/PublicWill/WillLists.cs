using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Communication;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>Lists campaigns and what belongs to them.</summary>
internal sealed class WillLists(WillRecords records, TimeProvider time)
{
    public static CallFault? Fault(ListCampaignsRequest request) =>
        Check.KnownOrNone("status", request.Status)
        ?? (request.Clause.Length == 0 ? null : RecordId.ReferenceFault("clause", request.Clause))
        ?? (request.Indicator.Length == 0 ? null : RecordId.ReferenceFault("indicator", request.Indicator));

    public static CallFault? Fault(ListEventsRequest request) =>
        Check.KnownOrNone("kind", request.Kind)
        ?? (request.Campaign.Length == 0 ? null : RecordId.ReferenceFault("campaign", request.Campaign))
        ?? Check.Days("from", request.From, "until", request.Until);

    public static CallFault? Fault(ListReachRequest request) =>
        (request.Campaign.Length == 0 ? null : RecordId.ReferenceFault("campaign", request.Campaign))
        ?? Check.KnownOrNone("channel", request.Channel)
        ?? Check.KnownOrNone("measure", request.Measure);

    /// <summary>The campaigns that are asked for, each with its place.</summary>
    public IEnumerable<(string Place, Campaign Item)> Campaigns(LogReader reader, NodeStanding standing, ListCampaignsRequest request, Place after)
    {
        List<string> targets = [];
        if (request.Clause.Length > 0) targets.Add(WillTopic.Clause(request.Clause));
        if (request.Indicator.Length > 0) targets.Add(WillTopic.Indicator(request.Indicator));
        if (request.Offered) targets.Add(WillTopic.Offered);
        if (request.Status != Campaign.Types.Status.Unspecified) targets.Add(WillTopic.Status(request.Status));
        if (targets.Count == 0) targets.Add(WillTopic.Campaigns);
        return new RecordIndex(reader, CampaignKind.Kind, TwinKind<Campaign>.Kept(CampaignKind.Kind))
            .Find(targets, Members(standing, request.Initiative, request.Below), after)
            .Select(place => records.Campaigns.Find(reader.Find, place.Initiative, place.Id)).OfType<Found<Campaign>>()
            .Select(found => ($"{found.Initiative}/{found.Id}", Show(found)));
    }

    /// <summary>The messages that are asked for, each with its place.</summary>
    public IEnumerable<(string Place, CampaignMessage Item)> Messages(LogReader reader, ListMessagesRequest request)
    {
        var prefix = CampaignMessageKind.IdOf(request.Campaign, "");
        return records.Messages.Standing(reader, request.Initiative, request.PageToken.Length == 0 ? "" : prefix + request.PageToken, prefix)
            .Where(found => request.Audience.Length == 0 || found.Record.Audience == request.Audience)
            .Where(found => !request.Untranslated || !OfferedWords.IsWhole(found.Record.Text))
            .Select(Show).Select(message => (message.Message, message));
    }

    /// <summary>The events that are asked for, each with its place.</summary>
    public IEnumerable<(string Place, CampaignEvent Item)> Events(LogReader reader, NodeStanding standing, ListEventsRequest request)
    {
        var days = new Days(request.From, request.Until, LatestFirst: false);
        var kind = request.Kind == CampaignEvent.Types.Kind.Unspecified ? "" : $"{(int)request.Kind}";
        return CampaignEventKind.Held
            .Read(reader, Line.AndBelow(standing.Nest, request.Initiative, request.Below), days, request.Campaign.Length == 0 ? "" : WillTopic.Campaign(request.Campaign), request.PageToken)
            .Where(mark => days.IsAfter(mark.Place, request.PageToken) && (kind.Length == 0 || mark.Detail == kind))
            .Select(mark => (mark.Place, found: records.Events.Find(reader.Find, mark.Initiative, mark.Id))).Where(each => each.found is not null)
            .Select(each => (each.Place, Show(each.found!)));
    }

    /// <summary>The single reaches that are asked for, each with its place.</summary>
    public IEnumerable<(string Place, CampaignReach Item)> Reaches(LogReader reader, NodeStanding standing, ListReachRequest request, Place after)
    {
        List<string> targets = [];
        if (request.Campaign.Length > 0) targets.Add(WillTopic.Campaign(request.Campaign));
        if (request.Channel != OutreachChannel.Unspecified) targets.Add(WillTopic.Channel(request.Channel));
        if (request.Measure != CampaignReach.Types.Measure.Unspecified) targets.Add(WillTopic.Measure(request.Measure));
        if (targets.Count == 0) targets.Add(WillTopic.Reaches);
        return new RecordIndex(reader, CampaignReachKind.Kind, TwinKind<CampaignReach>.Kept(CampaignReachKind.Kind))
            .Find(targets, Members(standing, request.Initiative, request.Below), after)
            .Select(place => records.Reaches.Find(reader.Find, place.Initiative, place.Id)).OfType<Found<CampaignReach>>()
            .Select(found => ($"{found.Initiative}/{found.Id}", Show(found)));
    }

    public static Campaign Show(Found<Campaign> found)
    {
        var campaign = found.Record.Clone();
        (campaign.Initiative, campaign.Campaign_, campaign.Revision, campaign.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return campaign;
    }

    public static CampaignMessage Show(Found<CampaignMessage> found)
    {
        var message = found.Record.Clone();
        (message.Initiative, message.Message, message.Revision, message.Sharing) =
            (found.Initiative, found.Id[(found.Id.IndexOf('/') + 1)..], found.Revision, found.Sharing);
        return message;
    }

    public static CampaignEvent Show(Found<CampaignEvent> found)
    {
        var held = found.Record.Clone();
        (held.Initiative, held.Event, held.Revision, held.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return held;
    }

    public static CampaignReach Show(Found<CampaignReach> found)
    {
        var reach = found.Record.Clone();
        (reach.Initiative, reach.Reach, reach.Revision, reach.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return reach;
    }

    private IReadOnlyList<string>? Members(NodeStanding standing, string initiative, bool below) =>
        below ? NestLine.Of(standing.Nest, initiative, time.Today()).MembersBelow : [initiative];
}
