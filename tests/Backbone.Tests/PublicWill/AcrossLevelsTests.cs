using System.Text;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.PublicWill.Willing;
using static CollectiveImpact.V1.Adaptation.Types;

namespace CollectiveImpact.Backbone.Tests.PublicWill;

/// <summary>What a parent offers, and what its locals make of it, each in words of its own.</summary>
public sealed class AcrossLevelsTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    private TestNode Local => _nest.Local;

    private TestNode National => _nest.National;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await _nest.PrepareAsync();
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task what_is_offered_is_used_adapted_or_declined_and_the_parent_sees_by_whom_and_who_is_open()
    {
        await OfferAsync();
        await National.Run(Canada, ACampaign("not-offered"));
        await National.Say(Canada, AMessage("homes", "draft", Sharing.Kept));
        var offers = await OffersAsync(Hamilton);
        Assert.Equal([$"{Canada}/homes", $"{Canada}/homes/rent", $"{Canada}/homes/roof"], offers.Select(offer => offer.Name()));
        Assert.All(offers, offer => Assert.Null(offer.Adaptation));

        await Local.Run(Hamilton, ACampaign("steps"));
        var adapted = offers[0].To(Answer.Adapted);
        adapted.OwnCampaign = "steps";
        await Local.Answer(Hamilton, adapted);
        var worded = offers[1].To(Answer.Adapted);
        worded.Text = new Text { En = "Rent on the Mountain" };
        await Local.Answer(Hamilton, worded);
        var declined = offers[0].To(Answer.Declined);
        declined.Reason = Both("We have our own");
        await Local.Answer(Toronto, declined);
        await Local.Answer(Ottawa, offers[1].To(Answer.Used));

        Assert.Equal([$"{Canada}/homes/roof"], (await Local.Offers(Hamilton, open: true)).Select(offer => offer.Name()));
        var rows = await Until(
            () => National.Adaptations(new ListAdaptationsRequest { Initiative = Canada, Campaign = "homes" }), list => list.Count(row => row.Adaptation is not null) == 2);
        Assert.Equal([Ontario, Hamilton, Toronto, Ottawa, Quebec], rows.Select(row => row.Initiative));
        Assert.Equal("steps", rows.Single(row => row.Initiative == Hamilton).Adaptation.OwnCampaign);
        Assert.Equal("We have our own", rows.Single(row => row.Initiative == Toronto).Adaptation.Reason.En);
        var open = await National.Adaptations(new ListAdaptationsRequest { Initiative = Canada, Campaign = "homes", Open = true });
        Assert.Equal([Ontario, Ottawa, Quebec], open.Select(row => row.Initiative));
        var message = await Until(
            () => National.Adaptations(new ListAdaptationsRequest { Initiative = Canada, Campaign = "homes", Message = "rent", Answer = Answer.Used }), list => list.Count == 1);
        Assert.Equal(Ottawa, message[0].Initiative);
        var paged = await National.Will.ListAdaptationsAsync(new ListAdaptationsRequest { Initiative = Canada, Campaign = "homes", PageSize = 2, PageToken = Ontario });
        Assert.Equal([Hamilton, Toronto], paged.Rows.Select(row => row.Initiative));
        Assert.Equal(Toronto, paged.NextPageToken);
    }

    [Fact]
    public async Task answers_to_former_words_are_marked_as_such_and_what_the_child_wrote_stays()
    {
        var (campaign, message) = await OfferAsync();
        var offers = await OffersAsync(Hamilton);
        var worded = offers[1].To(Answer.Adapted);
        worded.Text = new Text { En = "Rent on the Mountain" };
        await Local.Answer(Hamilton, worded);
        await Local.Answer(Hamilton, offers[0].To(Answer.Used));

        // That it is done changes nothing for who uses it; other words do.
        await National.Run(Canada, new Campaign(campaign) { Status = V1.Campaign.Types.Status.Done });
        await National.Say(Canada, new CampaignMessage(message) { Text = Both("Rents that hold") });

        var seen = await Until(() => Local.Offers(Hamilton), list => list[1].Message.Text.En == "Rents that hold" && list[0].Campaign.Status == V1.Campaign.Types.Status.Done);
        Assert.Equal([false, true], seen.Take(2).Select(offer => offer.Adaptation.OfFormer));
        Assert.Equal("Rent on the Mountain", seen[1].Adaptation.Text.En);
        var above = await Until(
            () => National.Adaptations(new ListAdaptationsRequest { Initiative = Canada, Campaign = "homes", Message = "rent", Answer = Answer.Adapted }), list => list.Count == 1);
        Assert.True(above[0].Adaptation.OfFormer);
        Assert.Equal(message.Revision, above[0].Adaptation.OfRevision);
        Assert.Contains(await National.Adaptations(new ListAdaptationsRequest { Initiative = Canada, Campaign = "homes", Message = "rent", Open = true }), row => row.Initiative == Hamilton);

        // Who answers has read what is answered.
        Assert.Equal((StatusCode.Aborted, "adaptation.of_revision"), await Field(() => Local.Answer(Hamilton, new Adaptation(worded) { Revision = seen[1].Adaptation.Revision })));
        var again = await Local.Answer(Hamilton, new Adaptation(worded) { Revision = seen[1].Adaptation.Revision, OfRevision = seen[1].Message.Revision });
        Assert.False(again.OfFormer);
    }

    [Fact]
    public async Task an_answer_that_says_nothing_or_is_to_nothing_is_refused_by_name()
    {
        await OfferAsync();
        var offers = await OffersAsync(Hamilton);
        foreach (var (field, wrong) in new (string, Adaptation)[]
        {
            ("adaptation.answer", offers[0].To(default)),
            ("adaptation.text", offers[1].To(Answer.Adapted)),
            ("adaptation.reason", offers[0].To(Answer.Declined)),
            ("adaptation.text", new Adaptation(offers[1].To(Answer.Used)) { Text = Both("x") }),
            ("adaptation.own_campaign", new Adaptation(offers[0].To(Answer.Adapted)) { OwnCampaign = "nothing" }),
            ("adaptation.own_campaign", new Adaptation(offers[1].To(Answer.Adapted)) { OwnCampaign = "nothing" }),
            ("adaptation.campaign", new Adaptation(offers[0].To(Answer.Used)) { Campaign = "nothing" }),
            ("adaptation.campaign", new Adaptation(offers[0].To(Answer.Used)) { Of = Toronto }),
            ("adaptation.message", new Adaptation(offers[1].To(Answer.Used)) { Message = "nothing" }),
        })
            Assert.Equal(field, (await Field(() => Local.Answer(Hamilton, wrong))).Item2);

        var answer = await Local.Answer(Hamilton, offers[0].To(Answer.Used));
        Assert.Equal((StatusCode.Aborted, "revision"), await Field(() => Local.Answer(Hamilton, offers[0].To(Answer.Used))));
        await Local.Will.RemoveAdaptationAsync(new RemoveAdaptationRequest { Initiative = Hamilton, Of = Canada, Campaign = "homes", Revision = answer.Revision });
        Assert.Null((await Local.Offers(Hamilton))[0].Adaptation);
    }

    [Fact]
    public async Task the_reach_of_an_offered_campaign_is_that_of_all_that_was_made_of_it()
    {
        await OfferAsync();
        var offers = await OffersAsync(Hamilton);
        await Local.Run(Hamilton, ACampaign("steps"));
        await Local.Answer(Hamilton, new Adaptation(offers[0].To(Answer.Adapted)) { OwnCampaign = "steps" });
        await Local.Report(Hamilton, AReach("a", $"{Hamilton}/steps", 20));
        await Local.Run(Hamilton, ACampaign("other"));
        await Local.Report(Hamilton, AReach("b", $"{Hamilton}/other", 500));
        await Local.Report(Toronto, AReach("a", $"{Canada}/homes", 3, message: "rent"));
        await National.Report(Canada, AReach("a", $"{Canada}/homes", 100));

        var table = await Until(
            () => National.Table(new GetReachTableRequest { Initiative = Canada, Below = true, Campaign = $"{Canada}/homes" }), each => each.Rows.Sum(row => row.Reaches) == 3);

        Assert.Equal((123L, 3), (Assert.Single(table.Rows).Count, table.Rows[0].Initiatives));
        Assert.Equal(100, Assert.Single((await National.Table(new GetReachTableRequest { Initiative = Canada, Campaign = $"{Canada}/homes" })).Rows).Count);
    }

    [Fact]
    public async Task offers_are_paged_across_campaigns_and_their_messages()
    {
        await OfferAsync();
        await _nest.Provincial.Run(Ontario, ACampaign("ours", offered: true));
        await _nest.Provincial.Say(Ontario, AMessage("ours", "rent"));
        await Until(() => Local.Offers(Hamilton), list => list.Count == 5);

        var all = await Activities.Acting.All<string>(async token =>
        {
            var page = await Local.Will.ListOffersAsync(new ListOffersRequest { Initiative = Hamilton, PageSize = 1, PageToken = token });
            return ([.. page.Offers.Select(offer => offer.Name())], page.NextPageToken);
        });

        Assert.Equal([$"{Canada}/homes", $"{Canada}/homes/rent", $"{Canada}/homes/roof", $"{Ontario}/ours", $"{Ontario}/ours/rent"], all);
    }

    [Fact]
    public async Task a_node_that_was_cut_off_catches_up_both_ways()
    {
        var (campaign, message) = await OfferAsync();
        var offers = await OffersAsync(Hamilton);
        await _nest.StopNationalAsync();
        await Local.Answer(Hamilton, offers[1].To(Answer.Used));
        await _nest.StartNationalAsync();
        var rows = await Until(
            () => National.Adaptations(new ListAdaptationsRequest { Initiative = Canada, Campaign = "homes", Message = "rent", Answer = Answer.Used }), list => list.Count == 1);
        Assert.Equal(Hamilton, rows[0].Initiative);

        await _nest.StopLocalAsync();
        await National.Say(Canada, new CampaignMessage(message) { Text = Both("Rents that hold") });
        await National.Run(Canada, new Campaign(campaign) { Status = V1.Campaign.Types.Status.Done });
        await _nest.StartLocalAsync();
        var seen = await Until(() => Local.Offers(Hamilton), list => list.Count == 3 && list[0].Campaign.Status == V1.Campaign.Types.Status.Done && list[1].Message.Text.En == "Rents that hold");
        Assert.True(seen[1].Adaptation.OfFormer);
    }

    [Fact]
    public async Task what_is_kept_is_in_no_other_nodes_log()
    {
        const string secret = "hushed-words";
        await Local.Run(Hamilton, ACampaign(secret, sharing: Sharing.Kept));
        await Local.Run(Hamilton, ACampaign("open"));
        await Local.Say(Hamilton, AMessage("open", secret, Sharing.Kept));
        await Local.Hold(Hamilton, AnEvent(secret, sharing: Sharing.Kept));
        await Local.Report(Hamilton, AReach(secret, $"{Hamilton}/{secret}", 1, sharing: Sharing.Kept));
        await Local.Endorse(Hamilton, AnEndorsement(secret, sharing: Sharing.Kept));
        await Local.Endorse(Hamilton, new Endorsement(AnEndorsement("baker", Endorsement.Types.Naming.BySector)) { Name = Both(secret) });
        // Said last: where it has come, all before it would have.
        await Local.Run(Hamilton, ACampaign("last"));
        await National.Heard(Hamilton, "last");

        Assert.Equal(
            ["campaign-event-kept", "campaign-kept", "campaign-message-kept", "campaign-reach-kept", "endorsement-kept", "endorser-kept"],
            Local.Documents().Select(document => document.Content.Kind).Where(kind => kind.EndsWith("-kept", StringComparison.Ordinal)).Order());
        foreach (var node in new[] { _nest.Provincial, National })
        {
            Assert.Contains(node.Documents(), document => document.Content.Kind == "endorsement");
            Assert.DoesNotContain(node.Documents(), document =>
                document.Content.Kind.EndsWith("-kept", StringComparison.Ordinal) || Encoding.UTF8.GetString(document.Bytes).Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task events_reach_and_answers_go_up_and_to_no_other_local()
    {
        await OfferAsync();
        var offers = await OffersAsync(Hamilton);
        await using var other = await _nest.StartOtherLocalAsync();
        await Until(() => other.Register("ca.on.sudbury", Level.Local, Ontario), _ => true);
        await Local.Run(Hamilton, ACampaign("steps"));
        await Local.Answer(Hamilton, offers[0].To(Answer.Used));
        await Local.Report(Hamilton, AReach("a", $"{Hamilton}/steps", 1));
        await Local.Hold(Hamilton, AnEvent("hall"));
        await Until(() => National.Table(new GetReachTableRequest { Initiative = Canada, Below = true }), table => table.Rows.Count == 1);
        // Said last, and to all below: where it has come, all before it would have.
        await National.Run(Canada, ACampaign("last"));
        await other.Heard(Canada, "last");

        Assert.Contains(other.Documents(), document => document.Content.Kind == "campaign-message");
        Assert.DoesNotContain(
            other.Documents(), document => document.Content.Initiative == Hamilton && document.Content.Kind is ("campaign" or "campaign-event" or "campaign-reach" or "adaptation"));
    }

    [Fact]
    public async Task a_province_that_takes_the_function_over_answers_for_the_local_and_the_local_is_refused()
    {
        await OfferAsync();
        var offers = await OffersAsync(Hamilton);
        var answered = await Local.Answer(Hamilton, offers[0].To(Answer.Used));
        await Local.Endorse(Hamilton, AnEndorsement("baker", Endorsement.Types.Naming.BySector));
        await Local.Hold(Hamilton, [Ontario]);
        await _nest.Provincial.TakeUp(Hamilton, Ontario);
        foreach (var node in new[] { _nest.Provincial, Local }) await Until(() => node.Holds(Hamilton), holder => holder == Ontario);

        var seen = await Until(() => _nest.Provincial.Offers(Hamilton), list => list.Count == 3 && list[0].Adaptation is not null);
        var declined = seen[0].To(Answer.Declined);
        declined.Reason = Both("Not this year");
        Assert.Equal("2.1", (await _nest.Provincial.Answer(Hamilton, declined)).Revision);
        var (code, fault) = await Refusal(() => Local.Answer(Hamilton, new Adaptation(offers[0].To(Answer.Used)) { Revision = answered.Revision }));
        Assert.Equal((StatusCode.FailedPrecondition, Ontario), (code, fault.Holder));
        await Until(() => Local.Offers(Hamilton), list => list[0].Adaptation?.Answer == Answer.Declined);

        // Who endorsed without a name was not told to the new holder, and need not be.
        var baker = (await Until(() => _nest.Provincial.Endorsements(new ListEndorsementsRequest { Initiative = Hamilton }), list => list.Count == 1))[0];
        Assert.Null(baker.Name);
        Assert.Equal("Gladly", (await _nest.Provincial.Endorse(Hamilton, new Endorsement(baker) { Words = Both("Gladly") })).Words.En);
    }

    private async Task<(Campaign Campaign, CampaignMessage Message)> OfferAsync()
    {
        var campaign = await National.Run(Canada, ACampaign("homes", offered: true));
        var message = await National.Say(Canada, AMessage("homes", "rent"));
        await National.Say(Canada, AMessage("homes", "roof", audience: Owners));
        return (campaign, message);
    }

    private Task<IReadOnlyList<ListOffersResponse.Types.Offer>> OffersAsync(string initiative) => Until(() => Local.Offers(initiative), list => list.Count == 3);
}
