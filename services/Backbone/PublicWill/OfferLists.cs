using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>What is offered from above with what an initiative made of it; and, from above, who made what of it.</summary>
internal sealed class OfferLists(WillRecords records, Adapting adapting, LogReader reader, NodeStanding standing, DateOnly today)
{
    private readonly Period _day = new("", Indicator.Types.PeriodKind.Range, today, today);

    /// <summary>The offers to an initiative, each with its place.</summary>
    public IEnumerable<(string Place, ListOffersResponse.Types.Offer Item)> Offers(ListOffersRequest request, Place after)
    {
        var (campaign, slash) = (after.Id, after.Id.IndexOf('/'));
        if (slash >= 0) campaign = after.Id[..slash];
        var from = new Place(after.Initiative, campaign);
        IReadOnlyList<string> above = [.. standing.Nest.Ancestors(request.Initiative, _day).Order(StringComparer.Ordinal)];
        // The page before may have ended among the messages of a campaign, of which the rest comes first.
        return (after == Place.First || !above.Contains(from.Initiative) ? [] : Messages(request.Initiative, from, slash < 0 ? "" : after.Id))
            .Concat(new RecordIndex(reader, CampaignKind.Kind).Find([WillTopic.Offered], above, from).SelectMany(place => WithMessages(request.Initiative, place)))
            .Where(each => !request.Open || each.Offer.Adaptation is null || each.Offer.Adaptation.OfFormer);
    }

    /// <summary>What those below made of an offer, each with its place.</summary>
    public IEnumerable<(string Place, ListAdaptationsResponse.Types.Row Item)> Adaptations(ListAdaptationsRequest request)
    {
        var offer = AdaptationKind.OfferOf(request.Campaign, request.Message);
        var words = Offer.Find(records, reader.Find, request.Initiative, request.Campaign, request.Message)?.Words.ToBase64();
        var answers = ReferenceTable.Of(reader, WillTopic.Offer(request.Initiative, offer), AdaptationKind.Kind)
            .ToDictionary(mention => mention.Initiative, mention => AdaptationMark.Read(mention.Detail));
        return standing.Nest.Descendants(request.Initiative, _day).Order(StringComparer.Ordinal)
            .Where(initiative => string.CompareOrdinal(initiative, request.PageToken) > 0)
            .Where(initiative => IsAskedFor(answers.TryGetValue(initiative, out var mark) ? mark : null, words, request))
            .Select(initiative => (initiative, new ListAdaptationsResponse.Types.Row
            {
                Initiative = initiative,
                Adaptation = Of(initiative, AdaptationKind.IdOf(request.Initiative, request.Campaign, request.Message)),
            }));
    }

    private static bool IsAskedFor(AdaptationMark? mark, string? words, ListAdaptationsRequest request) =>
        (!request.Open || mark?.Words != words) && (request.Answer == Adaptation.Types.Answer.Unspecified || mark?.Answer == request.Answer);

    private IEnumerable<(string Place, ListOffersResponse.Types.Offer Offer)> WithMessages(string initiative, Place place)
    {
        if (records.Campaigns.Find(reader.Find, place.Initiative, place.Id) is not { Sharing: Sharing.Shared, Record.Offered: true } campaign) yield break;
        yield return (place.Name, new ListOffersResponse.Types.Offer { Campaign = WillLists.Show(campaign), Adaptation = Of(initiative, place.Name) });
        foreach (var message in Messages(initiative, place, "")) yield return message;
    }

    private IEnumerable<(string Place, ListOffersResponse.Types.Offer Offer)> Messages(string initiative, Place campaign, string after) =>
        records.Messages.Standing(reader, campaign.Initiative, after, CampaignMessageKind.IdOf(campaign.Id, "")).Where(message => message.Sharing == Sharing.Shared)
            .Select(message => ($"{campaign.Initiative}/{message.Id}", new ListOffersResponse.Types.Offer
            {
                Message = WillLists.Show(message),
                Adaptation = Of(initiative, $"{campaign.Initiative}/{message.Id}"),
            }));

    private Adaptation? Of(string initiative, string id) => records.Adaptations.Find(reader.Find, initiative, id) is { } found ? adapting.Show(reader.Find, found) : null;
}
