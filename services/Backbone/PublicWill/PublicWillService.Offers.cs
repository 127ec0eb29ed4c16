using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>What is offered from above, and what was made of it.</summary>
internal sealed partial class PublicWillService
{
    public override Task<ListOffersResponse> ListOffers(ListOffersRequest request, ServerCallContext context)
    {
        var size = Page<ListOffersResponse.Types.Offer>.Size(request.PageSize);
        Place.Read("page_token", request.PageToken, out var after)?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<ListOffersResponse.Types.Offer>.Take(new OfferLists(records, adapting, reader, standing, time.Today()).Offers(request, after), size);
            return new ListOffersResponse { Offers = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<Adaptation> SaveAdaptation(SaveAdaptationRequest request, ServerCallContext context)
    {
        var adaptation = request.Adaptation?.Clone() ?? new Adaptation();
        Check.Same("adaptation.initiative", adaptation.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(records.Adaptations, request.Initiative, request.By, (transaction, epoch) => adapting.Save(transaction, calls.Working, request.Initiative, epoch, adaptation), context);
    }

    public override Task<RemoveAdaptationResponse> RemoveAdaptation(RemoveAdaptationRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Adaptations, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            adapting.Remove(transaction, epoch, request);
            return new RemoveAdaptationResponse();
        },
        context);

    public override Task<ListAdaptationsResponse> ListAdaptations(ListAdaptationsRequest request, ServerCallContext context)
    {
        var size = Page<ListAdaptationsResponse.Types.Row>.Size(request.PageSize);
        (Check.Id("campaign", request.Campaign)
            ?? (request.Message.Length == 0 ? null : Check.Id("message", request.Message))
            ?? Check.KnownOrNone("answer", request.Answer)
            ?? (request.PageToken.Length == 0 ? null : Check.Id("page_token", request.PageToken)))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            records.Campaigns.Get(reader.Find, request.Initiative, request.Campaign, "campaign");
            if (request.Message.Length > 0)
                records.Messages.Get(reader.Find, request.Initiative, CampaignMessageKind.IdOf(request.Campaign, request.Message), "message");
            var page = Page<ListAdaptationsResponse.Types.Row>.Take(new OfferLists(records, adapting, reader, standing, time.Today()).Adaptations(request), size);
            return new ListAdaptationsResponse { Rows = { page.Items }, NextPageToken = page.NextToken };
        }));
    }
}
