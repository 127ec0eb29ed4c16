using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.PublicWill.Willing;

namespace CollectiveImpact.Backbone.Tests.PublicWill;

/// <summary>Campaigns and messages are written by whoever holds the function, and offered in both languages.</summary>
public sealed class CampaignTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private const string Homes = $"{Canada}/homes", Need = $"{Canada}/{TestNest.Indicator}";

    private static readonly ListedClauses Agendas = new ListedClauses().With(Canada, "homes", ClauseKind.Goal).With(Toronto, "towers", ClauseKind.Strategy);

    private TestNest _nest = null!;

    private TestNode Local => _nest.Local;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores, services => services.AddSingleton<IClauses>(Agendas));
        await _nest.PrepareAsync();
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task what_is_written_is_read_back_whole_and_a_new_one_is_kept_unless_it_says_otherwise()
    {
        var whole = new Campaign(ACampaign("doors", sharing: default)) { Clauses = { Homes }, Indicators = { Need }, From = "2026-01-01", Until = "2026-06-30" };

        var saved = await Local.Run(Hamilton, whole);

        Assert.Equal(new Campaign(whole) { Initiative = Hamilton, Sharing = Sharing.Kept, Revision = "1.1" }, saved);
        Assert.Equal(saved, await Local.Campaign(Hamilton, "doors"));
        var message = await Local.Say(Hamilton, AMessage("doors", "rent", default));
        Assert.Equal(Sharing.Kept, message.Sharing);
        Assert.Equal(message, Assert.Single((await Local.Will.ListMessagesAsync(new ListMessagesRequest { Initiative = Hamilton, Campaign = "doors" })).Messages));
    }

    [Fact]
    public async Task of_two_that_read_the_same_the_second_is_refused_and_who_does_not_hold_the_function_is_told_who_does()
    {
        var read = await Local.Run(Hamilton, ACampaign("doors"));
        var first = await Local.Run(Hamilton, new Campaign(read) { Status = V1.Campaign.Types.Status.Done });

        var (code, fault) = await Refusal(() => Local.Run(Hamilton, new Campaign(read) { Status = V1.Campaign.Types.Status.Stopped }));
        var other = await Refusal(() => _nest.Provincial.Run(Hamilton, ACampaign("ours")));

        Assert.Equal((StatusCode.Aborted, "revision"), (code, fault.Field));
        Assert.Contains(first.Revision, fault.Message, StringComparison.Ordinal);
        Assert.Equal((StatusCode.FailedPrecondition, Hamilton), (other.Code, other.Fault.Holder));
    }

    public static TheoryData<string, StatusCode, Action<Campaign>> Wrong => new()
    {
        { "campaign.campaign", StatusCode.InvalidArgument, campaign => campaign.Campaign_ = "a/b" },
        { "campaign.name", StatusCode.InvalidArgument, campaign => campaign.Name = null },
        { "campaign.aim.fr", StatusCode.InvalidArgument, campaign => campaign.Aim = new Text { Fr = new string('é', 2001) } },
        { "campaign.audiences", StatusCode.InvalidArgument, campaign => campaign.Audiences.Clear() },
        { "campaign.audiences[2]", StatusCode.InvalidArgument, campaign => campaign.Audiences.Add(campaign.Audiences[0]) },
        { "campaign.audiences[1].name", StatusCode.InvalidArgument, campaign => campaign.Audiences[1].Name = null },
        { "campaign.channels[0]", StatusCode.InvalidArgument, campaign => campaign.Channels[0] = (OutreachChannel)99 },
        { "campaign.channels", StatusCode.InvalidArgument, campaign => campaign.Channels.Add(OutreachChannel.Press) },
        { "campaign.until", StatusCode.InvalidArgument, campaign => (campaign.From, campaign.Until) = ("2026-02-01", "2026-01-01") },
        { "campaign.status", StatusCode.InvalidArgument, campaign => campaign.Status = default },
        { "campaign.sharing", StatusCode.InvalidArgument, campaign => campaign.Sharing = (Sharing)9 },
        { "campaign.clauses[0]", StatusCode.InvalidArgument, campaign => campaign.Clauses.Add($"{Toronto}/towers") },
        { "campaign.indicators[0]", StatusCode.NotFound, campaign => campaign.Indicators.Add($"{Canada}/nothing") },
        { "campaign.offered", StatusCode.InvalidArgument, campaign => (campaign.Offered, campaign.Sharing) = (true, Sharing.Kept) },
        { "campaign.aim", StatusCode.InvalidArgument, campaign => (campaign.Offered, campaign.Aim) = (true, new Text { En = "English alone" }) },
        { "campaign.audiences[0].name", StatusCode.InvalidArgument, campaign => (campaign.Offered, campaign.Audiences[0].Name) = (true, new Text { Fr = "En français seulement" }) },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task what_is_malformed_or_not_there_is_refused_by_name(string field, StatusCode code, Action<Campaign> wrong)
    {
        var campaign = ACampaign("doors");
        wrong(campaign);

        Assert.Equal((code, field), await Field(() => Local.Run(Hamilton, campaign)));
        Assert.Empty((await Local.Will.ListCampaignsAsync(new ListCampaignsRequest { Initiative = Hamilton })).Campaigns);
    }

    [Fact]
    public async Task campaigns_are_filtered_and_paged_over_all_below()
    {
        await _nest.Provincial.Run(Ontario, ACampaign("a", offered: true));
        await Local.Run(Hamilton, new Campaign(ACampaign("b")) { Clauses = { Homes }, Status = V1.Campaign.Types.Status.Done });
        await Local.Run(Toronto, new Campaign(ACampaign("c")) { Clauses = { Homes }, Indicators = { Need } });
        await Local.Run(Ottawa, ACampaign("d"));
        await _nest.Provincial.Heard(Ottawa, "d");

        var all = await Acting.All<string>(async token =>
        {
            var page = await _nest.Provincial.Will.ListCampaignsAsync(new ListCampaignsRequest { Initiative = Ontario, Below = true, PageSize = 1, PageToken = token });
            return ([.. page.Campaigns.Select(campaign => campaign.Campaign_)], page.NextPageToken);
        });

        Assert.Equal(["a", "b", "c", "d"], all);
        Assert.Equal(["b", "c"], await Listed(new ListCampaignsRequest { Initiative = Ontario, Below = true, Clause = Homes }));
        Assert.Equal(["b"], await Listed(new ListCampaignsRequest { Initiative = Ontario, Below = true, Clause = Homes, Status = V1.Campaign.Types.Status.Done }));
        Assert.Equal(["c"], await Listed(new ListCampaignsRequest { Initiative = Ontario, Below = true, Indicator = Need }));
        Assert.Equal(["a"], await Listed(new ListCampaignsRequest { Initiative = Ontario, Below = true, Offered = true }));
        Assert.Equal(["d"], await Listed(new ListCampaignsRequest { Initiative = Quebec, Below = true }));
    }

    [Fact]
    public async Task a_message_that_lacks_a_language_is_found_and_is_not_offered()
    {
        var campaign = await Local.Run(Hamilton, ACampaign("doors"));
        await Local.Say(Hamilton, AMessage("doors", "rent"));
        var half = await Local.Say(Hamilton, new CampaignMessage(AMessage("doors", "roof", audience: Owners)) { Text = new Text { En = "A roof" } });

        Assert.Equal(["roof"], (await Local.Will.ListMessagesAsync(new ListMessagesRequest { Initiative = Hamilton, Campaign = "doors", Untranslated = true })).Messages.Select(message => message.Message));
        Assert.Equal(["rent"], (await Local.Will.ListMessagesAsync(new ListMessagesRequest { Initiative = Hamilton, Campaign = "doors", Audience = Tenants })).Messages.Select(message => message.Message));
        Assert.Equal((StatusCode.FailedPrecondition, "campaign.offered"), await Field(() => Local.Run(Hamilton, new Campaign(campaign) { Offered = true })));

        await Local.Say(Hamilton, new CampaignMessage(half) { Sharing = Sharing.Kept });
        await Local.Run(Hamilton, new Campaign(campaign) { Offered = true });

        half = Assert.Single((await Local.Will.ListMessagesAsync(new ListMessagesRequest { Initiative = Hamilton, Campaign = "doors", Untranslated = true })).Messages);
        Assert.Equal((StatusCode.InvalidArgument, "message.text"), await Field(() => Local.Say(Hamilton, new CampaignMessage(half) { Sharing = Sharing.Shared })));
    }

    [Fact]
    public async Task a_message_speaks_to_an_audience_of_its_campaign_and_is_shared_only_where_that_is()
    {
        var campaign = await Local.Run(Hamilton, ACampaign("doors", sharing: Sharing.Kept));

        Assert.Equal((StatusCode.InvalidArgument, "message.audience"), await Field(() => Local.Say(Hamilton, AMessage("doors", "rent", Sharing.Kept, "pets"))));
        Assert.Equal((StatusCode.NotFound, "message.campaign"), await Field(() => Local.Say(Hamilton, AMessage("windows", "rent"))));
        Assert.Equal((StatusCode.InvalidArgument, "message.sharing"), await Field(() => Local.Say(Hamilton, AMessage("doors", "rent"))));

        campaign = await Local.Run(Hamilton, new Campaign(campaign) { Sharing = Sharing.Shared });
        var message = await Local.Say(Hamilton, AMessage("doors", "rent"));

        Assert.Equal((StatusCode.FailedPrecondition, "campaign.sharing"), await Field(() => Local.Run(Hamilton, new Campaign(campaign) { Sharing = Sharing.Kept })));
        Assert.Equal((StatusCode.FailedPrecondition, "campaign.audiences"), await Field(() => Local.Run(Hamilton, new Campaign(campaign).Without(Tenants))));
        Assert.Equal((StatusCode.FailedPrecondition, "campaign"), await Field(async () => await Local.Will.RemoveCampaignAsync(
            new RemoveCampaignRequest { Initiative = Hamilton, Campaign = "doors", Revision = campaign.Revision })));

        await Local.Will.RemoveMessageAsync(new RemoveMessageRequest { Initiative = Hamilton, Campaign = "doors", Message = "rent", Revision = message.Revision });
        await Local.Will.RemoveCampaignAsync(new RemoveCampaignRequest { Initiative = Hamilton, Campaign = "doors", Revision = campaign.Revision });
        Assert.Equal(StatusCode.NotFound, (await Refusal(() => Local.Campaign(Hamilton, "doors"))).Code);
    }

    private async Task<IEnumerable<string>> Listed(ListCampaignsRequest request) => (await _nest.Provincial.Will.ListCampaignsAsync(request)).Campaigns.Select(campaign => campaign.Campaign_);
}

internal static class CampaignWords
{
    public static Campaign Without(this Campaign campaign, string audience)
    {
        campaign.Audiences.Remove(campaign.Audiences.First(each => each.Audience_ == audience));
        return campaign;
    }
}
