using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>Campaigns, their messages, whom they reached, and what is made of what is offered.</summary>
internal sealed partial class PublicWillService(
    WillRecords records, CampaignWriting campaigns, OutreachWriting outreach, EndorsementWriting endorsements, Adapting adapting, WillLists lists,
    RecordCalls calls, TimeProvider time) : V1.PublicWill.PublicWillBase
{
    public override Task<Campaign> SaveCampaign(SaveCampaignRequest request, ServerCallContext context)
    {
        var campaign = request.Campaign?.Clone() ?? new Campaign();
        Check.Same("campaign.initiative", campaign.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(records.Campaigns, request.Initiative, request.By, (transaction, epoch) => WillLists.Show(campaigns.Save(transaction, calls.Working, request.Initiative, epoch, campaign)), context);
    }

    public override Task<RemoveCampaignResponse> RemoveCampaign(RemoveCampaignRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Campaigns, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            campaigns.Remove(transaction, epoch, request);
            return new RemoveCampaignResponse();
        },
        context);

    public override Task<Campaign> GetCampaign(GetCampaignRequest request, ServerCallContext context) => Task.FromResult(calls.Read(
        request.Initiative, (reader, _) => WillLists.Show(records.Campaigns.Get(reader.Find, request.Initiative, request.Campaign, "campaign"))));

    public override Task<ListCampaignsResponse> ListCampaigns(ListCampaignsRequest request, ServerCallContext context)
    {
        var size = Page<Campaign>.Size(request.PageSize);
        (Place.Read("page_token", request.PageToken, out var after) ?? WillLists.Fault(request))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<Campaign>.Take(lists.Campaigns(reader, standing, request, after), size);
            return new ListCampaignsResponse { Campaigns = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<CampaignMessage> SaveMessage(SaveMessageRequest request, ServerCallContext context)
    {
        var message = request.Message?.Clone() ?? new CampaignMessage();
        Check.Same("message.initiative", message.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(records.Messages, request.Initiative, request.By, (transaction, epoch) => WillLists.Show(campaigns.Save(transaction, request.Initiative, epoch, message)), context);
    }

    public override Task<RemoveMessageResponse> RemoveMessage(RemoveMessageRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Messages, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            campaigns.Remove(transaction, epoch, request);
            return new RemoveMessageResponse();
        },
        context);

    public override Task<ListMessagesResponse> ListMessages(ListMessagesRequest request, ServerCallContext context)
    {
        var size = Page<CampaignMessage>.Size(request.PageSize);
        (Check.Id("campaign", request.Campaign)
            ?? (request.Audience.Length == 0 ? null : Check.Id("audience", request.Audience))
            ?? (request.PageToken.Length == 0 ? null : Check.Id("page_token", request.PageToken)))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            records.Campaigns.Get(reader.Find, request.Initiative, request.Campaign, "campaign");
            var page = Page<CampaignMessage>.Take(lists.Messages(reader, request), size);
            return new ListMessagesResponse { Messages = { page.Items }, NextPageToken = page.NextToken };
        }));
    }
}
