using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>Writing targets and the story behind a curve by forms.</summary>
public sealed class LearningFormTests : SignedInGateway
{
    private const string TargetsPage = "/initiatives/ca/learning/targets?indicator=ca%2Fhomes";
    private const string StoryPage = "/initiatives/ca/learning/story?indicator=ca%2Fhomes";

    [Fact]
    public async Task A_rate_is_set_in_percent_as_the_language_types_it_and_a_row_that_is_empty_is_left_out()
    {
        using var bob = await StaffAsync(Indicator.Types.Kind.Ratio);
        var page = await bob.Send(
            "/fr" + TargetsPage, ("baseline", "2021"), ("period-0", "2026"), ("value-0", "18,5"), ("period-1", ""), ("value-1", ""), ("sharing", "Shared"));
        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.StartsWith("/fr/initiatives/ca?indicator=ca%2Fhomes&saved=yes", page.Leads);
        Assert.Equal(
            new Targets { Indicator = "ca/homes", Baseline = "2021", Targets_ = { new CurveTarget { Period = "2026", Value = "0.185" } }, Sharing = Sharing.Shared },
            Assert.Single(Node.State.Told.All<SaveTargetsRequest>()).Targets);
    }

    [Fact]
    public async Task What_stands_is_shown_with_the_revision_that_was_read_and_nothing_of_it_is_lost()
    {
        Node.State.Told.Answer<GetTargetsRequest>(_ => new Targets
        {
            Indicator = "ca/homes", Baseline = "2021", Targets_ = { new CurveTarget { Cell = "tenure=owner", Period = "2026", Value = "7" } }, Revision = "3.1", Sharing = Sharing.Kept,
        });
        using var bob = await StaffAsync();
        var html = (await bob.Open("/en" + TargetsPage)).Html;
        Assert.Contains("name=\"revision\" value=\"3.1\"", html);
        Assert.Contains("value=\"tenure=owner\" selected", html);
        await bob.Send("/en" + TargetsPage, ("revision", "3.1"), ("baseline", "2021"), ("period-0", "2026"), ("value-0", "8"), ("cell-0", "tenure=owner"), ("sharing", "Kept"));
        var said = Assert.Single(Node.State.Told.All<SaveTargetsRequest>()).Targets;
        Assert.Equal(("3.1", "tenure=owner", "8"), (said.Revision, said.Targets_[0].Cell, said.Targets_[0].Value));
    }

    [Fact]
    public async Task What_a_node_refuses_is_said_at_the_field_and_what_was_typed_stays()
    {
        using var bob = await StaffAsync();
        Node.State.Told.Answer<SaveTargetsRequest>(_ => throw Told.Refusal(StatusCode.InvalidArgument, "targets.targets[0].period", "is no <year>"));
        var html = (await bob.Send("/en" + TargetsPage, ("baseline", ""), ("period-0", "2026-Q1"), ("value-0", "9"), ("sharing", "Kept"))).Html;
        Assert.Contains("href=\"#f-period-0\"", html);
        Assert.Contains("is no &lt;year&gt;", html);
        Assert.Contains("value=\"2026-Q1\"", html);
        Assert.Contains("aria-invalid=\"true\"", html);
    }

    [Theory]
    [InlineData("neun", "is no number")]
    [InlineData("", "Fill in")]
    public async Task A_target_without_a_figure_is_not_sent(string value, string fault)
    {
        using var bob = await StaffAsync();
        var html = (await bob.Send("/en" + TargetsPage, ("baseline", ""), ("period-0", "2026"), ("value-0", value), ("sharing", "Kept"))).Html;
        Assert.Contains(fault, html);
        Assert.Contains("value=\"2026\"", html);
        Assert.Empty(Node.State.Told.All<SaveTargetsRequest>());
    }

    [Fact]
    public async Task A_story_that_somebody_else_changed_is_shown_beside_what_was_typed_and_can_be_saved_again()
    {
        var stands = new CurveStory
        {
            Initiative = "ca", Story = "homes", Indicator = "ca/homes", Day = "2026-09-01", Revision = "2.1", Sharing = Sharing.Shared,
            Behind = new Text { En = "Rents fell.", Fr = "Les loyers ont baissé." },
        };
        Node.State.Told.Answer<ListCurveStoriesRequest>(_ => new ListCurveStoriesResponse { Stories = { stands } });
        using var bob = await StaffAsync();
        Node.State.Told.Answer<SaveCurveStoryRequest>(request => request.Story.Revision == "2.1" ? request.Story : throw Told.Refusal(StatusCode.Aborted, "story.revision", "is another"));
        (string, string)[] typed = [("behind", "Rents rose."), ("behind-fr", "Les loyers ont monté."), ("day", "2026-09-01"), ("sharing", "Shared")];
        var html = (await bob.Send("/en" + StoryPage + "&which=homes", [("revision", "1.1"), .. typed])).Html;
        Assert.Contains("Somebody else changed this meanwhile", html);
        Assert.Contains("It now stands as: Rents fell. / Les loyers ont baissé.", html);
        Assert.Contains(">Rents rose.</textarea>", html);
        Assert.Contains("name=\"revision\" value=\"2.1\"", html);
        Assert.Equal(HttpStatusCode.SeeOther, (await bob.Send("/en" + StoryPage + "&which=homes", [("revision", "2.1"), .. typed])).Status);
        Assert.Equal(new Text { En = "Rents rose.", Fr = "Les loyers ont monté." }, Node.State.Told.All<SaveCurveStoryRequest>()[^1].Story.Behind);
    }

    [Fact]
    public async Task A_new_story_gets_an_id_that_nobody_has_to_invent()
    {
        Node.State.Told.Answer<ListCurveStoriesRequest>(_ => new ListCurveStoriesResponse { Stories = { new CurveStory { Story = "homes-2026-09-01" } } });
        using var bob = await StaffAsync();
        await bob.Send("/fr" + StoryPage, ("behind", "Les loyers"), ("day", "2026-09-01"), ("sharing", "Kept"));
        var said = Assert.Single(Node.State.Told.All<SaveCurveStoryRequest>()).Story;
        Assert.Equal(("homes-2026-09-01-2", "ca/homes", new Text { Fr = "Les loyers" }), (said.Story, said.Indicator, said.Behind));
    }

    [Fact]
    public async Task Who_may_not_write_is_shown_no_form()
    {
        using var ann = await JoinAsync(FirstAddress, "ann");
        using var eve = await JoinAsync(await InviteAsync(ann, Maps.Canada, "Member"), "eve");
        Assert.Equal(HttpStatusCode.Forbidden, (await eve.Open("/en" + TargetsPage)).Status);
        using var stranger = new Visitor(Gateway.Address);
        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.Open("/en" + TargetsPage)).Status);
    }

    [Fact]
    public async Task A_crosswalk_names_its_own_indicator_by_its_id_and_one_above_in_full()
    {
        Node.State.Told.Answer<ListCrosswalksRequest>(_ => new ListCrosswalksResponse { Crosswalks = { new Crosswalk { Crosswalk_ = "beds" } } });
        Node.State.Told.Answer<SaveCrosswalkRequest>(request => request.Crosswalk);
        using var bob = await StaffAsync();
        var page = await bob.Send(
            "/en/initiatives/ca/learning/crosswalk", ("local", "ca/beds"), ("core", "un/shelter"), ("comparability", "Nearly"), ("differences", "Nights"), ("differences-fr", "Nuits"), ("sharing", "Shared"));
        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.Equal(
            new Crosswalk
            {
                Crosswalk_ = "beds-2", Local = "beds", Core = "un/shelter", Comparability = Crosswalk.Types.Comparability.Nearly,
                Differences = new Text { En = "Nights", Fr = "Nuits" }, Sharing = Sharing.Shared,
            },
            Assert.Single(Node.State.Told.All<SaveCrosswalkRequest>()).Crosswalk);
    }

    private async Task<Visitor> StaffAsync(Indicator.Types.Kind kind = Indicator.Types.Kind.Count)
    {
        Node.State.OnGetSeries = request => new Series
        {
            Initiative = request.Initiative,
            Indicator = new Indicator { Initiative = "ca", Indicator_ = "homes", Name = new Text { En = "Homes" }, Kind = kind, PeriodKind = Indicator.Types.PeriodKind.Year },
            Points = { new SeriesPoint { Period = "2021", Value = "5", Denominator = kind == Indicator.Types.Kind.Ratio ? "9" : "" } },
        };
        Node.State.Told.Answer<SaveTargetsRequest>(request => request.Targets);
        Node.State.Told.Answer<SaveCurveStoryRequest>(request => request.Story);
        using var ann = await JoinAsync(FirstAddress, "ann");
        return await JoinAsync(await InviteAsync(ann, Maps.Canada, "Staff"), "bob");
    }
}
