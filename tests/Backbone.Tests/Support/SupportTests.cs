using System.Text;
using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Communication;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.Support.Supporting;

namespace CollectiveImpact.Backbone.Tests.Support;

/// <summary>Support that a parent plans and gives, and that its child judges, over three real services.</summary>
public sealed class SupportTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync(stores);

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task what_is_planned_given_and_judged_is_seen_at_both_ends_though_the_child_was_cut_off()
    {
        await _nest.Provincial.Save(Ontario, APlan("figures", Hamilton, "20.25"));
        await Until(() => _nest.Local.Support(Hamilton, $"{Ontario}/figures"), view => !view.Open);
        await _nest.StopLocalAsync();
        await _nest.Provincial.Save(Ontario, Given("figures", "first", "7.1"));
        await _nest.Provincial.Save(Ontario, Given("figures", "second", "0.2", "2026-03-02"));
        await _nest.StopNationalAsync();
        await _nest.StartLocalAsync();

        var received = await Until(() => _nest.Local.Support(Hamilton, $"{Ontario}/figures"), view => view.Times == 2);
        await _nest.Local.Judge(Hamilton, AJudgement($"{Ontario}/figures"));
        var given = await Until(() => _nest.Provincial.Support(Ontario, "figures"), view => view.Judgement is not null);
        await _nest.StartNationalAsync();

        Assert.Equal(("7.3", "12.95", "2026-03-02", true), (received.GivenHours, received.LeftHours, received.LastGiven, received.Open));
        Assert.Equal(("7.3", "12.95", false), (given.GivenHours, given.LeftHours, given.Open));
        Assert.Equal((Extent.Mostly, Hamilton, "Somebody who had done it"), (given.Judgement.Helped, given.Judgement.Initiative, given.Judgement.WhatHelped.En));
        Assert.Equal(
            ["first", "second"],
            (await _nest.Local.Support.ListSupportGivenAsync(new ListSupportGivenRequest { Initiative = Hamilton, Plan = $"{Ontario}/figures" })).Given.Select(each => each.Given));
        // The nation is at neither end, and has heard of it as of all that goes up.
        await Until(() => Task.FromResult(_nest.National.Documents()), documents => documents.Any(document => document.Content.Kind == "support-judgement"));
    }

    [Fact]
    public async Task lists_are_filtered_and_add_up_all_that_was_asked_for()
    {
        await _nest.Provincial.Save(Ontario, APlan("a-figures", Hamilton, "10"));
        await _nest.Provincial.Save(Ontario, new SupportPlan(APlan("b-board", Toronto, "5.5")) { Function = Function.Unspecified, Component = SupportPlan.Types.Component.GovernanceAndInfrastructure });
        await _nest.Provincial.Save(Ontario, new SupportPlan(APlan("c-past", Toronto, "4")) { Until = "2026-02-01" });
        await _nest.Provincial.Save(Ontario, APlan("d-draft", Hamilton, "100", Sharing.Kept));
        await _nest.Provincial.Save(Ontario, Given("a-figures", "first", "0.1"));
        await _nest.Provincial.Save(Ontario, Given("a-figures", "second", "0.2"));
        await _nest.National.Save(Canada, APlan("country", Ontario, "1"));
        await Until(() => _nest.Provincial.ListSupport(new ListSupportRequest { Initiative = Ontario }), list => list.Support.Count == 5);

        var first = await _nest.Provincial.ListSupport(new ListSupportRequest { Initiative = Ontario, Side = ListSupportRequest.Types.Side.Given, PageSize = 2 });
        var rest = await _nest.Provincial.ListSupport(new ListSupportRequest { Initiative = Ontario, Side = ListSupportRequest.Types.Side.Given, PageSize = 2, PageToken = first.NextPageToken });
        var open = await _nest.Provincial.ListSupport(new ListSupportRequest { Initiative = Ontario, Open = true });
        var board = await _nest.Provincial.ListSupport(new ListSupportRequest { Initiative = Ontario, Component = SupportPlan.Types.Component.GovernanceAndInfrastructure });
        var torontos = await _nest.Provincial.ListSupport(new ListSupportRequest { Initiative = Ontario, Other = Toronto, Function = Function.EstablishSharedMeasurement });
        var received = await _nest.Provincial.ListSupport(new ListSupportRequest { Initiative = Ontario, Side = ListSupportRequest.Types.Side.Received });

        Assert.Equal(["a-figures", "b-board"], first.Support.Select(view => view.Plan.Plan));
        Assert.Equal(["c-past", "d-draft"], rest.Support.Select(view => view.Plan.Plan));
        Assert.Equal((4, "119.5", "0.3", 0, 2), (first.Totals.Plans, first.Totals.PlannedHours, first.Totals.GivenHours, first.Totals.Judged, first.Totals.Open));
        Assert.Equal(first.Totals, rest.Totals);
        Assert.Equal(["a-figures", "c-past"], open.Support.Select(view => view.Plan.Plan));
        Assert.Equal("b-board", Assert.Single(board.Support).Plan.Plan);
        Assert.Equal("c-past", Assert.Single(torontos.Support).Plan.Plan);
        Assert.Equal((Canada, "1"), (Assert.Single(received.Support).Plan.Initiative, received.Totals.PlannedHours));
        await Until(() => _nest.Local.ListSupport(new ListSupportRequest { Initiative = Toronto }), list => list.Totals is { Plans: 2, PlannedHours: "9.5" });
        await Until(() => _nest.Local.ListSupport(new ListSupportRequest { Initiative = Hamilton }), list => list.Totals is { Plans: 1, GivenHours: "0.3", Open: 1 });
    }

    [Fact]
    public async Task a_plan_is_seen_by_its_two_ends_alone_and_a_draft_by_who_writes_it()
    {
        await _nest.Provincial.Save(Ontario, APlan("draft", Hamilton, sharing: Sharing.Kept));
        await _nest.Provincial.Save(Ontario, APlan("figures", Hamilton));
        await Until(() => _nest.Local.Support(Hamilton, $"{Ontario}/figures"), _ => true);

        Assert.Equal((StatusCode.NotFound, "plan"), Fault(await Refusal(() => _nest.Local.Support(Toronto, $"{Ontario}/figures"))));
        Assert.Equal((StatusCode.NotFound, "plan"), Fault(await Refusal(() => _nest.Local.Support(Hamilton, $"{Ontario}/draft"))));
        Assert.Equal((StatusCode.NotFound, "judgement.plan"), Fault(await Refusal(() => _nest.Local.Judge(Toronto, AJudgement($"{Ontario}/figures")))));
        Assert.Equal((StatusCode.InvalidArgument, "judgement.plan"), Fault(await Refusal(() => _nest.Local.Judge(Hamilton, AJudgement("figures")))));
        Assert.Equal((StatusCode.NotFound, "plan"), Fault(await Refusal(() => _nest.Provincial.Support(Ontario, "nothing"))));
    }

    [Fact]
    public async Task a_plan_is_for_one_that_is_below_and_stays_its_own_once_it_has_heard_of_it()
    {
        Assert.Equal((StatusCode.InvalidArgument, "plan.child"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, APlan("figures", Canada)))));
        Assert.Equal((StatusCode.InvalidArgument, "plan.child"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, APlan("figures", Ontario)))));
        Assert.Equal((StatusCode.NotFound, "plan.child"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, APlan("figures", "ca.on.nowhere")))));
        Assert.Equal((StatusCode.InvalidArgument, "plan.function"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, new SupportPlan(APlan("figures", Hamilton)) { Function = Function.Unspecified }))));
        Assert.Equal((StatusCode.InvalidArgument, "plan.hours"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, APlan("figures", Hamilton, "0.001")))));
        Assert.Equal((StatusCode.InvalidArgument, "plan.hours"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, APlan("figures", Hamilton, "0")))));
        Assert.Equal((StatusCode.FailedPrecondition, "initiative"), Fault(await Refusal(() => _nest.Local.Save(Ontario, APlan("figures", Hamilton)))));

        var draft = await _nest.Provincial.Save(Ontario, APlan("figures", Hamilton, sharing: Sharing.Kept));
        Assert.Equal((StatusCode.FailedPrecondition, "given.plan"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, Given("figures", "first", "1")))));
        var shared = await _nest.Provincial.Save(Ontario, new SupportPlan(draft) { Child = Toronto, Sharing = Sharing.Shared });
        Assert.Equal((StatusCode.FailedPrecondition, "plan.child"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, new SupportPlan(shared) { Child = Hamilton }))));
        Assert.Equal(StatusCode.Aborted, (await Refusal(() => _nest.Provincial.Save(Ontario, new SupportPlan(draft) { Child = Toronto, Sharing = Sharing.Shared }))).Code);
    }

    [Fact]
    public async Task support_that_was_given_or_judged_keeps_its_plan()
    {
        var plan = await _nest.Provincial.Save(Ontario, APlan("figures", Hamilton));
        var remove = new RemoveSupportPlanRequest { Initiative = Ontario, Plan = "figures", Revision = plan.Revision };
        var given = await _nest.Provincial.Save(Ontario, Given("figures", "first", "1"));

        Assert.Equal((StatusCode.FailedPrecondition, "plan"), Fault(await Refusal(async () => await _nest.Provincial.Support.RemoveSupportPlanAsync(remove))));
        Assert.Equal((StatusCode.FailedPrecondition, "plan.sharing"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, new SupportPlan(plan) { Sharing = Sharing.Kept }))));
        await _nest.Provincial.Support.RemoveSupportGivenAsync(new RemoveSupportGivenRequest { Initiative = Ontario, Plan = "figures", Given = "first", Revision = given.Revision });
        var judged = await Until(() => _nest.Local.Judge(Hamilton, AJudgement($"{Ontario}/figures", Extent.None)), _ => true);
        await Until(() => _nest.Provincial.Support(Ontario, "figures"), view => view.Judgement is not null);
        Assert.Equal((StatusCode.FailedPrecondition, "plan"), Fault(await Refusal(async () => await _nest.Provincial.Support.RemoveSupportPlanAsync(remove))));

        await _nest.Local.Support.RemoveSupportJudgementAsync(new RemoveSupportJudgementRequest { Initiative = Hamilton, Plan = $"{Ontario}/figures", Revision = judged.Revision });
        await Until(() => _nest.Provincial.Support(Ontario, "figures"), view => view.Judgement is null);
        await _nest.Provincial.Support.RemoveSupportPlanAsync(remove);
        await Until(() => _nest.Local.ListSupport(new ListSupportRequest { Initiative = Hamilton }), list => list.Totals.Plans == 0);
    }

    [Fact]
    public async Task what_was_given_is_not_to_come_nor_before_its_plan_and_two_changes_of_one_entry_do_not_both_stand()
    {
        await _nest.Provincial.Save(Ontario, APlan("figures", Hamilton));

        Assert.Equal((StatusCode.InvalidArgument, "given.day"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, Given("figures", "first", "1", _nest.Day(1))))));
        Assert.Equal((StatusCode.InvalidArgument, "given.day"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, Given("figures", "first", "1", "2026-01-04")))));
        Assert.Equal((StatusCode.InvalidArgument, "given.hours"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, Given("figures", "first", "1000.01")))));
        Assert.Equal((StatusCode.NotFound, "given.plan"), Fault(await Refusal(() => _nest.Provincial.Save(Ontario, Given("nothing", "first", "1")))));
        var read = await _nest.Provincial.Save(Ontario, Given("figures", "first", "1"));
        await _nest.Provincial.Save(Ontario, new SupportGiven(read) { Hours = "2" });
        var (code, fault) = await Refusal(() => _nest.Provincial.Save(Ontario, new SupportGiven(read) { Hours = "3" }));

        Assert.Equal((StatusCode.Aborted, true), (code, fault.Message.Contains("0.2", StringComparison.Ordinal)));
        Assert.Equal("2", (await _nest.Provincial.Support(Ontario, "figures")).GivenHours);
    }

    [Fact]
    public async Task what_is_kept_and_who_holds_a_role_is_in_no_other_nodes_log()
    {
        const string secret = "hushed-words";
        var words = new Text { En = secret };
        await _nest.Local.Save(Hamilton, new BackboneRole(ARole("hushed", sharing: Sharing.Kept)) { Title = words });
        await _nest.Local.Save(Hamilton, new BackboneRole(ARole("open")) { Holders = { secret } });
        await _nest.Local.Save(Hamilton, new BackboneBudget(ABudget(_nest, "hushed", "1", sharing: Sharing.Kept)) { Lines = { new BackboneBudget.Types.Line(ALine("1")) { What = words } } });
        await _nest.Local.Save(Hamilton, AStanding(secret, Sharing.Kept));
        await _nest.Local.Save(Hamilton, new BackboneAssessment(AnAssessment("hushed", "2026-03-01", (OnTime, Extent.None))) { Note = words, Sharing = Sharing.Kept });
        await _nest.Provincial.Save(Ontario, new SupportPlan(APlan("hushed", Hamilton, sharing: Sharing.Kept)) { What = words });
        await _nest.Provincial.Save(Ontario, APlan("open", Hamilton));
        await Until(() => _nest.Local.Judge(Hamilton, new SupportJudgement(AJudgement($"{Ontario}/open", sharing: Sharing.Kept)) { WhatHelped = words }), _ => true);
        Assert.NotNull((await _nest.Local.Support(Hamilton, $"{Ontario}/open")).Judgement);
        // Said last: where it has come, all before it would have.
        await _nest.Local.Save(Hamilton, AnAssessment("last", "2026-03-01", (OnTime, Extent.None)));
        await Until(() => _nest.National.Support.GetAssessmentAsync(new GetAssessmentRequest { Initiative = Hamilton, Assessment = "last" }).ResponseAsync, _ => true);

        Assert.Equal(
            ["backbone-assessment-kept", "backbone-budget-kept", "backbone-role-kept", "backbone-standing-kept", "role-holder", "support-judgement-kept"],
            Kept(_nest.Local).Order());
        Assert.Equal(["support-plan-kept"], Kept(_nest.Provincial));
        Assert.Empty(Kept(_nest.National));
        Assert.DoesNotContain(_nest.National.Documents(), document => Says(document.Bytes, secret));
        Assert.DoesNotContain(_nest.Provincial.Documents(), document => document.Content.Initiative == Hamilton && Says(document.Bytes, secret));
        Assert.DoesNotContain(_nest.Local.Documents(), document => document.Content.Initiative == Ontario && Says(document.Bytes, secret));
        Assert.Null((await _nest.Provincial.Support(Ontario, "open")).Judgement);
        Assert.Empty(await _nest.Local.Faults());
    }

    private static IEnumerable<string> Kept(TestNode node) => node.Documents().Select(document => document.Content.Kind)
        .Where(kind => kind.EndsWith("-kept", StringComparison.Ordinal) || kind == "role-holder");

    private static bool Says(byte[] bytes, string text) => Encoding.UTF8.GetString(bytes).Contains(text, StringComparison.Ordinal);

    private static (StatusCode, string) Fault((StatusCode Code, Fault Fault) refusal) => (refusal.Code, refusal.Fault.Field);
}
