using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Writing down partners, voices, activities and commitments by forms.</summary>
public sealed class PlanFormTests : SignedInGateway
{
    private static readonly Partner Shelter = new()
    {
        Partner_ = "shelter", Kind = Partner.Types.Kind.Organisation, Name = new Text { En = "Shelter", Fr = "Refuge" }, Sector = Sector.NotForProfit,
        Ring = Ring.Involved, Brings = new Text { Fr = "Des lits" }, LastHeard = "2026-01-05", Voices = { "youth" }, Sharing = Sharing.Shared, Revision = "0.7",
    };

    private static readonly Activity Fund = new()
    {
        Activity_ = "fund", Name = new Text { En = "Fund", Fr = "Fonds" }, Lead = "shelter", Partners = { "city" }, Clauses = { "ca/keep" }, Reinforces = { "ca.on/loans" },
        Status = Activity.Types.Status.Planned, Revision = "0.2", Sharing = Sharing.Kept,
    };

    [Fact]
    public async Task A_partner_is_added_under_an_id_that_its_name_gives()
    {
        Partner? saved = null;
        Node.State.Answers.On<SavePartnerRequest, Partner>(request => saved = request.Partner);
        using var bob = await StaffAsync(Maps.Canada);
        var page = await bob.Send(
            "/fr/initiatives/ca/partner", ("name.fr", "Cercle des aînés"), ("kind", "Organisation"), ("sector", "LivedExperience"), ("ring", "Unspecified"),
            ("desired", "Core"), ("brings.fr", "Du temps"), ("voice", "youth"), ("sharing", "Shared"), ("do", "save"));
        Assert.Equal("/fr/initiatives/ca/partners", page.Leads);
        Assert.Equal(
            new Partner
            {
                Partner_ = "cercle-des-aines", Name = new Text { Fr = "Cercle des aînés" }, Kind = Partner.Types.Kind.Organisation, Sector = Sector.LivedExperience,
                DesiredRing = Ring.Core, Brings = new Text { Fr = "Du temps" }, Voices = { "youth" }, Sharing = Sharing.Shared,
            },
            saved);
    }

    [Fact]
    public async Task Changing_a_partner_keeps_when_it_was_heard_from_and_its_other_language()
    {
        Partner? saved = null;
        Node.State.Answers.On<GetPartnerRequest, Partner>(_ => Shelter);
        Node.State.Answers.On<SavePartnerRequest, Partner>(request => saved = request.Partner);
        using var bob = await StaffAsync(Maps.Canada);
        var form = (await bob.Open("/en/initiatives/ca/partner?partner=shelter")).Html;
        Assert.All((string[])["value=\"Shelter\"", "value=\"Refuge\"", ">Des lits</textarea>", "name=\"revision\" value=\"0.7\""], each => Assert.Contains(each, form));
        await bob.Send(
            "/en/initiatives/ca/partner?partner=shelter", ("revision", "0.7"), ("name.en", "The Shelter"), ("name.fr", "Refuge"), ("kind", "Organisation"), ("sector", "Health"),
            ("ring", "Core"), ("desired", "Core"), ("brings.en", ""), ("brings.fr", "Des lits"), ("sharing", "Shared"), ("do", "save"));
        Assert.Equal(("The Shelter", "Refuge", "Des lits", "2026-01-05", "0.7"), (saved!.Name.En, saved.Name.Fr, saved.Brings.Fr, saved.LastHeard, saved.Revision));
    }

    [Fact]
    public async Task A_partner_that_somebody_else_changed_is_not_overwritten_unseen()
    {
        Node.State.Answers.On<GetPartnerRequest, Partner>(_ => Shelter);
        Node.State.Answers.On<SavePartnerRequest, Partner>(request => request.Partner.Revision == "0.7" ? request.Partner : throw new RpcException(new Status(StatusCode.Aborted, "revision")));
        using var bob = await StaffAsync(Maps.Canada);
        var page = await bob.Send("/en/initiatives/ca/partner?partner=shelter", ("revision", "0.6"), ("name.en", "Mine"), ("sector", "Health"), ("sharing", "Kept"), ("do", "save"));
        Assert.All((string[])["Somebody else has changed this", "value=\"Mine\"", "Put mine in its place", "name=\"revision\" value=\"0.7\""], each => Assert.Contains(each, page.Html));
    }

    [Fact]
    public async Task That_a_partner_was_heard_from_is_noted()
    {
        NoteHeardRequest? said = null;
        Node.State.Answers.On<ListPartnersRequest, ListPartnersResponse>(_ => new ListPartnersResponse { Partners = { Shelter } });
        Node.State.Answers.On<GetEngagementRequest, Engagement>(_ => new Engagement { Sought = new SoughtVoices() });
        Node.State.Answers.On<NoteHeardRequest, Partner>(request => (said = request).Day == "tomorrow" ? throw new RpcException(new Status(StatusCode.InvalidArgument, "day: no")) : Shelter);
        using var bob = await StaffAsync(Maps.Canada);
        Assert.Contains("day: no", (await bob.Send("/en/initiatives/ca/partners", ("partner", "shelter"), ("day", "tomorrow"))).Html);
        Assert.Equal("/en/initiatives/ca/partners", (await bob.Send("/en/initiatives/ca/partners", ("partner", "shelter"), ("day", ""))).Leads);
        Assert.Equal(("shelter", ""), (said!.Partner, said.Day));
    }

    [Fact]
    public async Task Voices_that_are_sought_keep_their_ids()
    {
        SeekVoicesRequest? said = null;
        Node.State.Answers.On<GetEngagementRequest, Engagement>(_ => new Engagement
        {
            Sought = new SoughtVoices { Revision = "0.1", Voices = { new Voice { Voice_ = "youth", Name = new Text { En = "Youth" } }, new Voice { Voice_ = "old", Name = new Text { En = "Old" } } } },
        });
        Node.State.Answers.On<SeekVoicesRequest, SoughtVoices>(request =>
        {
            said = request;
            return new SoughtVoices();
        });
        using var bob = await StaffAsync(Maps.Canada);
        await bob.Send("/en/initiatives/ca/voices", ("revision", "0.1"), ("voice.youth.en", "Young people"), ("voice.old.en", ""), ("new.0.en", "Inuit"), ("do", "save"));
        Assert.Equal(["youth: Young people", "inuit: Inuit"], said!.Voices.Select(voice => $"{voice.Voice_}: {voice.Name.En}"));
        Assert.Equal("0.1", said.Revision);
    }

    [Fact]
    public async Task An_activity_is_changed_by_the_staff_of_whoever_holds_the_function_and_by_nobody_else()
    {
        Activity? saved = null;
        Plan();
        Node.State.Answers.On<SaveActivityRequest, Activity>(request => saved = request.Activity);
        var map = Maps.Own(Maps.Canada, "n");
        map.Functions.Add(new FunctionState { Function = Function.SupportAlignedActivities, State = FunctionState.Types.State.Held, Holders = { Maps.Ontario }, Writer = Maps.Ontario, WriterNode = "n", Epoch = 1 });
        Node.State.Tell(map);
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var bob = await JoinAsync(await InviteAsync(ann, Maps.Ontario, "Staff"), "bob");
        using var eve = await JoinAsync(await InviteAsync(ann, Maps.Canada, "Staff"), "eve");
        Assert.Equal(HttpStatusCode.Forbidden, (await eve.Open("/en/initiatives/ca/activity?activity=fund")).Status);
        Assert.DoesNotContain("/en/initiatives/ca/activity", (await eve.Open("/en/initiatives/ca/activities")).Html);
        Assert.Contains("/en/initiatives/ca/activity?activity=fund", (await bob.Open("/en/initiatives/ca/activities")).Html);
        Assert.Contains("ca.on/loans", (await bob.Open("/en/initiatives/ca/activity?activity=fund")).Html);
        var page = await bob.Send(
            "/en/initiatives/ca/activity?activity=fund", ("revision", "0.2"), ("name.en", "Fund"), ("name.fr", "Fonds"), ("lead", "shelter"), ("partner", "shelter"), ("partner", "city"),
            ("clause", "ca/keep"), ("reinforces", "ca.on/loans"), ("status", "Underway"), ("from", "2026-01-01"), ("sharing", "Shared"), ("do", "save"));
        Assert.Equal("/en/initiatives/ca/activities#fund", page.Leads);
        Assert.Equal(new Activity(Fund) { Status = Activity.Types.Status.Underway, From = "2026-01-01", Sharing = Sharing.Shared }, saved);
    }

    [Fact]
    public async Task A_commitment_is_made_and_kept()
    {
        var saved = new List<Commitment>();
        Plan();
        Node.State.Answers.On<SaveCommitmentRequest, Commitment>(request =>
        {
            saved.Add(request.Commitment);
            return request.Commitment;
        });
        using var bob = await StaffAsync(Maps.Canada);
        Assert.Equal(
            "/en/initiatives/ca/activities#fund",
            (await bob.Send("/en/initiatives/ca/commitment?activity=fund", ("partner", "city"), ("what.en", "Ten leases"), ("due", "2027-01-01"), ("sharing", "Kept"), ("do", "save"))).Leads);
        await bob.Send(
            "/en/initiatives/ca/commitment?activity=fund&commitment=leases", ("revision", "0.5"), ("partner", "city"), ("what.en", "Leases"), ("due", "2027-01-01"), ("state", "Kept"),
            ("kept", ""), ("sharing", "Kept"), ("do", "save"));
        Assert.Equal(["ten-leases Open  ", "leases Kept  0.5"], saved.Select(each => $"{each.Commitment_} {each.State} {each.KeptOn} {each.Revision}"));
    }

    [Fact]
    public async Task A_partner_s_person_writes_the_activities_that_it_leads_and_what_it_commits_to_and_no_others()
    {
        var saved = new List<string>();
        Plan();
        Node.State.Answers.On<SaveActivityRequest, Activity>(request =>
        {
            saved.Add($"{request.Activity.Activity_} {request.Activity.Lead} {request.Activity.Status}");
            return request.Activity;
        });
        Node.State.Answers.On<SaveCommitmentRequest, Commitment>(request =>
        {
            saved.Add($"{request.Commitment.Commitment_} {request.Commitment.Partner}");
            return request.Commitment;
        });
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var lead = await JoinAsync(await InviteAsync(ann, Maps.Canada, "Partner", "shelter"), "lead");
        using var part = await JoinAsync(await InviteAsync(ann, Maps.Canada, "Partner", "city"), "part");
        using var other = await JoinAsync(await InviteAsync(ann, Maps.Canada, "Partner", "school"), "other");

        Assert.Contains("/en/initiatives/ca/activity?activity=fund", (await lead.Open("/en/initiatives/ca/activities")).Html);
        var ofPart = (await part.Open("/en/initiatives/ca/activities")).Html;
        Assert.DoesNotContain("/en/initiatives/ca/activity?activity=fund", ofPart);
        Assert.Contains("/en/initiatives/ca/commitment?activity=fund&amp;commitment=leases", ofPart);
        Assert.DoesNotContain("/en/initiatives/ca/commitment", (await other.Open("/en/initiatives/ca/activities")).Html);
        Assert.Equal(HttpStatusCode.Forbidden, (await part.Open("/en/initiatives/ca/activity?activity=fund")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Open("/en/initiatives/ca/commitment?activity=fund")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.Open("/en/initiatives/ca/commitment?activity=fund&commitment=leases")).Status);

        Assert.DoesNotContain("value=\"remove\"", (await lead.Open("/en/initiatives/ca/activity?activity=fund")).Html);
        await lead.Send(
            "/en/initiatives/ca/activity?activity=fund", ("revision", "0.2"), ("name.en", "Fund"), ("lead", "shelter"), ("status", "Done"), ("sharing", "Kept"), ("do", "save"));
        await lead.Send("/en/initiatives/ca/activity", ("name.en", "Beds"), ("lead", "shelter"), ("status", "Planned"), ("sharing", "Kept"), ("do", "save"));
        await part.Send("/en/initiatives/ca/commitment?activity=fund", ("partner", "city"), ("what.en", "Ten leases"), ("due", "2027-01-01"), ("sharing", "Kept"), ("do", "save"));
        Assert.Equal(["fund shelter Done", "beds shelter Planned", "ten-leases city"], saved);
    }

    private void Plan()
    {
        Node.State.Answers.On<ListActivitiesRequest, ListActivitiesResponse>(_ => new ListActivitiesResponse { Activities = { Fund } });
        Node.State.Answers.On<GetActivityRequest, Activity>(_ => Fund);
        Node.State.Answers.On<ListCommitmentsRequest, ListCommitmentsResponse>(_ => new ListCommitmentsResponse
        {
            Commitments = { new Commitment { Commitment_ = "leases", Activity = "fund", Partner = "city", What = new Text { En = "Leases" }, Due = "2027-01-01", State = Commitment.Types.State.Open, Revision = "0.5" } },
        });
        Node.State.Answers.On<ListPartnersRequest, ListPartnersResponse>(_ => new ListPartnersResponse { Partners = { Shelter } });
    }

    private async Task<Visitor> StaffAsync(string initiative)
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        return await JoinAsync(await InviteAsync(ann, initiative, "Staff"), "bob");
    }
}
