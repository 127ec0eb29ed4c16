using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>Reads the page of an initiative's public will.</summary>
internal sealed class PublicWillReader(NestCalls calls, CallInvoker invoker, Writers writers)
{
    private const int OnPage = 50;
    private const int MessagesOfCampaign = 100;

    private readonly PublicWill.PublicWillClient _will = new(invoker);

    public async Task<Answer<PublicWillModel>> Read(string id, Edition edition, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);
        var listing = calls.Ask(_will.ListCampaignsAsync, new ListCampaignsRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var meeting = calls.Ask(_will.ListEventsAsync, new ListEventsRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var reaching = calls.Ask(_will.GetReachTableAsync, new GetReachTableRequest { Initiative = id, Below = true }, cancellationToken);
        var endorsing = calls.Ask(_will.ListEndorsementsAsync, new ListEndorsementsRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var offering = calls.Ask(_will.ListOffersAsync, new ListOffersRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var writing = writers.Include(edition, id, Function.BuildPublicWill, cancellationToken);
        var listed = await listing;
        if (!listed.Has(out var campaigns))
            return new(listed.Outcome, null, listed.Absence);
        var own = await Task.WhenAll(campaigns.Campaigns.Select(campaign => WithMessages(campaign, cancellationToken)));
        var offers = (await offering).Value?.Offers ?? [];
        var names = await calls.NamesFor(
            [.. initiative.Alignments.Select(alignment => alignment.Parent), .. offers.Select(OfferedBy)], [initiative], cancellationToken);
        return new(
            Outcome.Given,
            new(
                initiative, own, (await meeting).Value?.Events ?? [], (await reaching).Value ?? new ReachTable(), (await endorsing).Value?.Endorsements ?? [], offers,
                await writing, names),
            Absence.Unknown);
    }

    internal static string OfferedBy(ListOffersResponse.Types.Offer offer) => offer.Campaign?.Initiative ?? offer.Message.Initiative;

    private async Task<CampaignMessages> WithMessages(Campaign campaign, CancellationToken cancellationToken) => new(
        campaign,
        (await calls.Ask(
            _will.ListMessagesAsync,
            new ListMessagesRequest { Initiative = campaign.Initiative, Campaign = campaign.Campaign_, PageSize = MessagesOfCampaign }, cancellationToken)).Value?.Messages ?? []);
}
