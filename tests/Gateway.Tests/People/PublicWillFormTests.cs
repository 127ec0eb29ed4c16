using System.Net;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Campaigns, messages, events, reach and answers to offers by forms.</summary>
public sealed class PublicWillFormTests : SignedInGateway
{
    private const string Page = "/initiatives/ca/public-will";

    private static readonly Campaign Keep = new()
    {
        Initiative = "ca", Campaign_ = "keep", Name = new Text { En = "Keep", Fr = "Garder" }, Aim = new Text { En = "Homes stay." }, Revision = "1.2", Sharing = Sharing.Shared,
        Audiences = { new Campaign.Types.Audience { Audience_ = "owners", Name = new Text { En = "Owners", Fr = "Propriétaires" } } },
    };

    [Fact]
    public async Task A_campaign_keeps_its_audiences_ids_and_is_written_in_both_languages()
    {
        using var bob = await StaffWithAsync(Function.BuildPublicWill);
        Node.State.Told.Answer<GetCampaignRequest>(_ => Keep);
        Node.State.Told.Answer<SaveCampaignRequest>(request => request.Campaign);
        var page = await bob.Send(
            $"/fr{Page}/campaign?which=keep", ("revision", "1.2"), ("name", "Garder tout"), ("name-en", "Keep"), ("aim", "Les logements restent."), ("aim-en", "Homes stay."),
            ("audience-id-0", "owners"), ("audience-0", "Bailleurs"), ("audience-0-en", "Owners"),
            ("audience-id-1", ""), ("audience-1", "La presse écrite"), ("channel", "Press"), ("channel", "Gatherings"), ("from", "2026-09-01"), ("until", ""), ("status", "Underway"),
            ("sharing", "Shared"), ("offered", "no"));
        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.Equal(
            new Campaign
            {
                Initiative = "ca", Campaign_ = "keep", Name = new Text { En = "Keep", Fr = "Garder tout" }, Aim = new Text { En = "Homes stay.", Fr = "Les logements restent." },
                Audiences =
                {
                    new Campaign.Types.Audience { Audience_ = "owners", Name = new Text { En = "Owners", Fr = "Bailleurs" } },
                    new Campaign.Types.Audience { Audience_ = "la-presse-ecrite", Name = new Text { Fr = "La presse écrite" } },
                },
                Channels = { OutreachChannel.Press, OutreachChannel.Gatherings }, From = "2026-09-01", Status = Campaign.Types.Status.Underway, Sharing = Sharing.Shared, Revision = "1.2",
            },
            Assert.Single(Node.State.Told.All<SaveCampaignRequest>()).Campaign);
    }

    [Fact]
    public async Task A_message_is_to_one_of_the_campaign_s_audiences()
    {
        using var bob = await StaffWithAsync(Function.BuildPublicWill);
        Node.State.Told.Answer<GetCampaignRequest>(_ => Keep);
        Node.State.Told.Answer<ListMessagesRequest>(_ => new ListMessagesResponse { Messages = { new CampaignMessage { Message = "owners" } } });
        Node.State.Told.Answer<SaveMessageRequest>(request => request.Message);
        await bob.Send($"/en{Page}/message?of=keep", ("audience", "owners"), ("text", "Ask them first."), ("sharing", "Kept"));
        Assert.Equal(
            new CampaignMessage { Campaign = "keep", Message = "owners-2", Audience = "owners", Text = new Text { En = "Ask them first." }, Sharing = Sharing.Kept },
            Assert.Single(Node.State.Told.All<SaveMessageRequest>()).Message);
    }

    [Fact]
    public async Task An_event_tells_nobody_came_from_not_known()
    {
        using var bob = await StaffWithAsync(Function.BuildPublicWill);
        Node.State.Told.Answer<ListEventsRequest>(_ => new ListEventsResponse());
        Node.State.Told.Answer<SaveEventRequest>(request => request.Event);
        (string, string)[] typed = [("name", "Hall"), ("kind", "TownHall"), ("campaign", ""), ("day", "2026-10-02"), ("sharing", "Kept")];
        await bob.Send($"/en{Page}/event", [.. typed, ("attended", "0"), ("expected", ""), ("sector-Health", "1,200")]);
        var said = Assert.Single(Node.State.Told.All<SaveEventRequest>()).Event;
        Assert.Equal((true, 0, false, 1200), (said.HasAttended, said.Attended, said.HasExpected, Assert.Single(said.Sectors).Count));
        var html = (await bob.Send($"/en{Page}/event", [.. typed, ("attended", "12.5")])).Html;
        Assert.Contains("“12.5” is no whole number.", html);
        Assert.Contains("value=\"12.5\"", html);
    }

    [Fact]
    public async Task Reach_is_noted_of_a_campaign()
    {
        using var bob = await StaffWithAsync(Function.BuildPublicWill);
        Node.State.Told.Answer<ListReachRequest>(_ => new ListReachResponse());
        Node.State.Told.Answer<SaveReachRequest>(request => request.Reach);
        await bob.Send(
            $"/fr{Page}/reach?of=ca%2Fkeep", ("channel", "Press"), ("measure", "PeopleReached"), ("from", "2026-09-01"), ("until", "2026-09-30"), ("count", "1 250 000"), ("sharing", "Shared"));
        Assert.Equal(
            new CampaignReach
            {
                Reach = "keep-press-2026-09-01", Campaign = "ca/keep", Channel = OutreachChannel.Press, Measure = CampaignReach.Types.Measure.PeopleReached,
                From = "2026-09-01", Until = "2026-09-30", Count = 1_250_000, Sharing = Sharing.Shared,
            },
            Assert.Single(Node.State.Told.All<SaveReachRequest>()).Reach);
    }

    [Fact]
    public async Task An_offer_is_answered_as_it_was_read_and_declined_with_a_reason()
    {
        using var bob = await StaffWithAsync(Function.BuildPublicWill);
        Node.State.Told.Answer<ListOffersRequest>(_ => new ListOffersResponse { Offers = { new ListOffersResponse.Types.Offer { Campaign = new Campaign(Keep) { Initiative = "nation" } } } });
        Node.State.Told.Answer<SaveAdaptationRequest>(request => request.Adaptation);
        var form = $"/en{Page}/offer?which=nation%2Fkeep";
        Assert.Contains("name=\"revision\" value=\"|1.2\"", (await bob.Open(form)).Html);
        Assert.Contains("To decline, say why.", (await bob.Send(form, ("revision", "|1.2"), ("answer", "Declined"))).Html);
        Assert.Empty(Node.State.Told.All<SaveAdaptationRequest>());
        await bob.Send(form, ("revision", "|1.2"), ("answer", "Declined"), ("reason", "Ours runs."));
        Assert.Equal(
            new Adaptation { Of = "nation", Campaign = "keep", Answer = Adaptation.Types.Answer.Declined, Reason = new Text { En = "Ours runs." }, OfRevision = "1.2" },
            Assert.Single(Node.State.Told.All<SaveAdaptationRequest>()).Adaptation);
    }
}
