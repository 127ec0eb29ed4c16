using CollectiveImpact.Backbone.Tests.Communication;
using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Backbone.Tests.Resources;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.Support.Supporting;

namespace CollectiveImpact.Backbone.Tests.Support;

/// <summary>Who works in a backbone, what it costs, for how long that is paid, and how independent it is.</summary>
public sealed class BackboneTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await Funding.PrepareAsync(_nest);
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task roles_add_up_exactly_and_functions_that_nobody_serves_are_named()
    {
        await _nest.Local.Save(Hamilton, ARole("lead", functions: [Function.GuideVisionAndStrategy, Function.AdvancePolicy]));
        await _nest.Local.Save(Hamilton, ARole("analyst", "0.1", positions: 3, filled: 2, functions: Function.EstablishSharedMeasurement));
        await _nest.Local.Save(Hamilton, ARole("organiser", "0.7", filled: 0, functions: Function.BuildPublicWill));
        await _nest.Local.Save(Hamilton, new BackboneRole(ARole("founder", functions: Function.MobilizeResources)) { Until = "2025-12-31" });

        var staff = (await _nest.Local.Roles(new ListRolesRequest { Initiative = Hamilton })).Staff;
        var before = (await _nest.Local.Roles(new ListRolesRequest { Initiative = Hamilton, Day = "2025-12-31" })).Staff;

        Assert.Equal((5, 3, "2", "1.2"), (staff.Positions, staff.Filled, staff.FullTime, staff.FullTimeFilled));
        Assert.Equal([Function.SupportAlignedActivities, Function.BuildPublicWill, Function.MobilizeResources], staff.Unserved);
        Assert.Equal(("3", 6), (before.FullTime, before.Positions));
    }

    [Fact]
    public async Task a_role_is_shared_without_the_names_of_those_who_hold_it()
    {
        var saved = await _nest.Local.Save(Hamilton, new BackboneRole(ARole("lead")) { Holders = { "Ada Nguyen-Roy" } });
        Assert.Equal(["Ada Nguyen-Roy"], saved.Holders);

        var above = await Until(() => _nest.National.Roles(new ListRolesRequest { Initiative = Canada, Below = true }), list => list.Roles.Count == 1);

        Assert.Equal((Hamilton, "lead", 1), (above.Roles[0].Initiative, above.Roles[0].Role, above.Roles[0].Filled));
        Assert.Empty(above.Roles[0].Holders);
        Assert.Contains(_nest.Local.Documents(), document => document.Content.Kind == "role-holder");
    }

    [Fact]
    public async Task the_second_of_two_changes_of_a_role_is_refused_with_the_revision_that_stands_even_where_only_its_holder_changed()
    {
        var read = await _nest.Local.Save(Hamilton, new BackboneRole(ARole("lead")) { Holders = { "Ada" } });
        var gone = new BackboneRole(read);
        gone.Holders.Clear();
        gone.Holders.Add("Bo");
        var stands = await _nest.Local.Save(Hamilton, gone);

        var (code, fault) = await Refusal(() => _nest.Local.Save(Hamilton, new BackboneRole(read) { FullTime = "0.5" }));

        Assert.Equal((StatusCode.Aborted, "revision"), (code, fault.Field));
        Assert.Contains(stands.Revision, fault.Message, StringComparison.Ordinal);
        Assert.Equal(["Bo"], Assert.Single((await _nest.Local.Roles(new ListRolesRequest { Initiative = Hamilton })).Roles).Holders);
        Assert.Equal(StatusCode.Aborted, (await Refusal(async () => await _nest.Local.Support.RemoveRoleAsync(new RemoveRoleRequest { Initiative = Hamilton, Role = "lead", Revision = read.Revision }))).Code);
        await _nest.Local.Support.RemoveRoleAsync(new RemoveRoleRequest { Initiative = Hamilton, Role = "lead", Revision = stands.Revision });
        Assert.Empty((await _nest.Local.Roles(new ListRolesRequest { Initiative = Hamilton })).Roles);
    }

    [Fact]
    public async Task what_is_vacant_below_is_found_from_above_page_by_page()
    {
        foreach (var initiative in new[] { Hamilton, Toronto })
        {
            await _nest.Local.Save(initiative, ARole("analyst", filled: 0, functions: Function.EstablishSharedMeasurement));
            await _nest.Local.Save(initiative, ARole("lead"));
            await _nest.Local.Save(initiative, ARole("writer", filled: 0, functions: Function.BuildPublicWill));
        }

        var asked = new ListRolesRequest { Initiative = Ontario, Below = true, Vacant = true, PageSize = 3 };
        var first = await Until(() => _nest.Provincial.Roles(asked), list => list.Roles.Count == 3 && list.NextPageToken.Length > 0);
        var second = await Until(() => _nest.Provincial.Roles(new ListRolesRequest(asked) { PageToken = first.NextPageToken }), list => list.Roles.Count == 1);
        var measuring = await _nest.Provincial.Roles(new ListRolesRequest(asked) { Function = Function.EstablishSharedMeasurement });

        Assert.Equal([$"{Hamilton}/analyst", $"{Hamilton}/writer", $"{Toronto}/analyst"], first.Roles.Select(role => $"{role.Initiative}/{role.Role}"));
        Assert.Equal("writer", second.Roles[0].Role);
        Assert.Equal(["analyst", "analyst"], measuring.Roles.Select(role => role.Role));
        Assert.Equal("0", measuring.Staff.FullTime);
    }

    [Fact]
    public async Task a_malformed_role_is_refused_by_the_field_at_fault_and_nothing_is_written()
    {
        async Task<string> Fault(BackboneRole role) => (await Refusal(() => _nest.Local.Save(Hamilton, role))).Fault.Field;

        Assert.Equal("role.full_time", await Fault(ARole("lead", "1.1")));
        Assert.Equal("role.full_time", await Fault(ARole("lead", "0")));
        Assert.Equal("role.filled", await Fault(ARole("lead", filled: 2)));
        Assert.Equal("role.positions", await Fault(ARole("lead", positions: 101)));
        Assert.Equal("role.functions[1]", await Fault(ARole("lead", functions: [Function.AdvancePolicy, Function.AdvancePolicy])));
        Assert.Equal("role.holders", await Fault(new BackboneRole(ARole("lead")) { Holders = { "Ada", "Bo" } }));
        Assert.Equal("role.holders[0]", await Fault(new BackboneRole(ARole("lead")) { Holders = { "" } }));
        Assert.Equal("role.until", await Fault(new BackboneRole(ARole("lead")) { Since = "2026-02-01", Until = "2026-01-31" }));
        Assert.Equal("role.role", await Fault(ARole("Lead")));
        Assert.Equal("initiative", (await Refusal(() => _nest.Provincial.Save(Hamilton, ARole("lead")))).Fault.Field);
        Assert.DoesNotContain(_nest.Local.Documents(), document => document.Content.Kind.StartsWith("backbone-role", StringComparison.Ordinal) || document.Content.Kind == "role-holder");
    }

    [Fact]
    public async Task months_ahead_are_what_is_available_over_what_a_month_costs_rounded_down()
    {
        await _nest.Local.FundAsync(Hamilton, "5550");
        await _nest.Local.Save(Hamilton, new Fund(Funding.AFund("pledge")) { Promised = Funding.Cad("900.01") });
        await _nest.Local.Enter(Hamilton, Entry.Types.Kind.Commitment, "500");
        await _nest.Local.Save(Hamilton, new BackboneBudget(ABudget(_nest, "this-year", "11000")) { Lines = { ALine("1000.00") } });

        var cover = await _nest.Local.Cover(Hamilton);

        Assert.Equal((12, "12000.00", "5550.00", "500.00", "5050.00"), (cover.BudgetMonths, cover.Planned, cover.Unspent, cover.Committed, cover.Available));
        Assert.Equal(("5.0", "5.5"), (cover.Months, cover.MonthsUnspent));
        // Of the grant all has come that was promised, and more.
        Assert.Equal(("900.01", "5.9"), (cover.Promised, cover.MonthsWithPromised));
        Assert.Equal(["grant", "pledge"], cover.Funds.Select(fund => fund.Fund));
    }

    [Fact]
    public async Task money_for_something_else_and_money_of_another_currency_cover_no_month()
    {
        await _nest.Local.FundAsync(Hamilton, "100000", "buildings");
        await _nest.Local.FundFrom(Hamilton, "city", "3000");
        await _nest.Local.Save(Hamilton, new BackboneBudget(ABudget(_nest, "cad", "12000")) { Funds = { "city" } });
        await _nest.Local.Save(Hamilton, ABudget(_nest, "usd", "1200", "USD"));

        var covers = (await _nest.Local.Support.GetFundingAheadAsync(new GetFundingAheadRequest { Initiative = Hamilton })).Covers;

        Assert.Equal([("cad", "3.0"), ("usd", "0.0")], covers.Select(cover => (cover.Budget, cover.Months)));
        Assert.Equal("city", Assert.Single(covers[0].Funds).Fund);
        var (code, fault) = await Refusal(async () => await _nest.Local.Resources.RemoveFundAsync(new RemoveFundRequest { Initiative = Hamilton, Fund = "city", Revision = "1.1" }));
        Assert.Equal((StatusCode.FailedPrecondition, true), (code, fault.Message.Contains("backbone-budget `cad`", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task where_a_parent_mobilizes_resources_the_host_still_says_how_far_they_go()
    {
        await _nest.Local.Save(Hamilton, ABudget(_nest, "this-year", "1200"));
        Assert.Equal("0.0", (await _nest.Local.Cover(Hamilton)).Months);
        Assert.True((await _nest.Local.Support.GetFundingAheadAsync(new GetFundingAheadRequest { Initiative = Hamilton })).KeepsBooks);
        await _nest.Local.Charter.DeclareAsync(new DeclareRequest { Initiative = Hamilton, Function = Function.MobilizeResources, Holders = { Ontario } });
        await Until(
            async () => await _nest.Provincial.Charter.RespondAsync(new RespondRequest
            {
                Initiative = Hamilton,
                Function = Function.MobilizeResources,
                Responder = Ontario,
                Answer = RespondRequest.Types.Answer.Accept,
            }),
            _ => true);
        await Until(
            async () => (await _nest.Provincial.Charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = Hamilton })).Functions.Single(state => state.Function == Function.MobilizeResources),
            state => state is { Writer: Ontario, State: FunctionState.Types.State.Held });
        await _nest.Provincial.FundAsync(Hamilton, "450");

        var cover = await Until(() => _nest.Local.Cover(Hamilton), cover => cover.Months != "0.0");

        Assert.Equal("4.5", cover.Months);
        Assert.False((await _nest.Local.Support.GetFundingAheadAsync(new GetFundingAheadRequest { Initiative = Hamilton })).KeepsBooks);
    }

    [Fact]
    public async Task a_malformed_budget_is_refused_by_the_field_at_fault()
    {
        async Task<string> Fault(BackboneBudget budget) => (await Refusal(() => _nest.Local.Save(Hamilton, budget))).Fault.Field;
        await _nest.Local.SaveSource(Hamilton, sharing: Sharing.Kept);
        await _nest.Local.Save(Hamilton, Funding.AFund("hushed", sharing: Sharing.Kept));
        await _nest.Local.SaveSource(Hamilton, "abroad");
        await _nest.Local.Save(Hamilton, new Fund(Funding.AFund("dollars", "USD")) { Source = "abroad" });

        var right = ABudget(_nest, "this-year", "1200");
        Assert.Equal("budget.until", await Fault(new BackboneBudget(right) { From = "2026-04-01", Until = "2027-03-30" }));
        Assert.Equal("budget.until", await Fault(new BackboneBudget(right) { From = "2026-04-01", Until = "2028-04-30" }));
        Assert.Equal("budget.until", await Fault(new BackboneBudget(right) { From = "2026-04-01", Until = "2026-03-31" }));
        Assert.Equal("budget.lines[1].amount.currency", await Fault(new BackboneBudget(right) { Lines = { ALine("1", "USD") } }));
        Assert.Equal("budget.lines[1].amount.amount", await Fault(new BackboneBudget(right) { Lines = { ALine("0") } }));
        Assert.Equal("budget.lines[1].what", await Fault(new BackboneBudget(right) { Lines = { new BackboneBudget.Types.Line(ALine("1")) { Kind = BackboneBudget.Types.Kind.Other } } }));
        Assert.Equal("budget.funds[0]", await Fault(new BackboneBudget(right) { Funds = { "nothing" } }));
        Assert.Equal("budget.funds[0]", await Fault(new BackboneBudget(right) { Funds = { "hushed" } }));
        Assert.Equal("budget.funds[0]", await Fault(new BackboneBudget(right) { Funds = { "dollars" } }));
        Assert.Equal("budget", (await Refusal(async () => await _nest.Local.Support.GetFundingAheadAsync(new GetFundingAheadRequest { Initiative = Hamilton, Budget = "nothing" }))).Fault.Field);
        var first = await _nest.Local.Save(Hamilton, right);
        await _nest.Local.Save(Hamilton, new BackboneBudget(first) { Lines = { ALine("1") } });
        var (code, fault) = await Refusal(() => _nest.Local.Save(Hamilton, new BackboneBudget(first) { Lines = { ALine("2") } }));
        Assert.Equal((StatusCode.Aborted, true), (code, fault.Message.Contains("0.2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task the_largest_source_is_told_with_its_share_of_all_that_was_received()
    {
        await _nest.Local.FundFrom(Hamilton, "foundation", "700.01");
        await _nest.Local.FundFrom(Hamilton, "city", "299.99");
        await _nest.Local.FundFrom(Hamilton, "members", "2000", Fund.Types.Kind.Own);
        await _nest.Provincial.FundAsync(Ontario, "5000");
        await _nest.Provincial.Allocate(Ontario, Hamilton, "1000", "start");
        await _nest.Local.Answer(Hamilton, $"{Ontario}/start");
        await _nest.Local.Save(Hamilton, AStanding());

        var all = await _nest.Local.Support.GetIndependenceAsync(new GetIndependenceRequest { Initiative = Hamilton });
        var early = await _nest.Local.Support.GetIndependenceAsync(new GetIndependenceRequest { Initiative = Hamilton, Until = "2026-01-03" });

        var share = Assert.Single(all.Shares);
        Assert.Equal(("4000.00", "1000.00", "25.0", Ontario, "", 3), (share.Received, share.Amount, share.Percent, share.Giver, share.Source, share.Givers));
        share = Assert.Single(early.Shares);
        Assert.Equal(("3000.00", "700.01", "23.3", "foundation"), (share.Received, share.Amount, share.Percent, share.Source));
        Assert.Equal("Harbour Shelters", all.Standing.Host.En);
    }

    [Fact]
    public async Task who_houses_a_backbone_is_a_partner_that_there_is_and_that_is_shared_where_this_is()
    {
        await _nest.Local.Partner(Hamilton, "hushed", Sharing.Kept);

        var unknown = await Refusal(() => _nest.Local.Save(Hamilton, new BackboneStanding(AStanding()) { HostPartner = "nobody" }));
        var kept = await Refusal(() => _nest.Local.Save(Hamilton, new BackboneStanding(AStanding()) { HostPartner = "hushed" }));
        var unsaid = await Refusal(() => _nest.Local.Save(Hamilton, new BackboneStanding(AStanding()) { MaySpeak = BackboneStanding.Types.Speaking.Unspecified }));
        var first = await _nest.Local.Save(Hamilton, AStanding());
        var late = await Refusal(() => _nest.Local.Save(Hamilton, AStanding("Another")));

        Assert.Equal(("standing.host_partner", "standing.host_partner", "standing.may_speak"), (unknown.Fault.Field, kept.Fault.Field, unsaid.Fault.Field));
        Assert.Equal((StatusCode.NotFound, StatusCode.Aborted), (unknown.Code, late.Code));
        await _nest.Local.Support.RemoveStandingAsync(new RemoveStandingRequest { Initiative = Hamilton, Revision = first.Revision });
        Assert.Null((await _nest.Local.Support.GetIndependenceAsync(new GetIndependenceRequest { Initiative = Hamilton })).Standing);
    }
}
