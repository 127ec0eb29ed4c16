using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Tests.Network;
using Microsoft.Extensions.DependencyInjection;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;

namespace CollectiveImpact.Backbone.Tests.Activities;

/// <summary>The plan: partners by strategies.</summary>
public sealed class PlanTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        var agendas = new ListedClauses()
            .With(Hamilton, "homes", ClauseKind.Goal).With(Hamilton, "beds", ClauseKind.Strategy).With(Hamilton, "rents", ClauseKind.Strategy);
        _nest = await TestNest.StartAsync(stores, services => services.AddSingleton<IClauses>(agendas));
        await _nest.PrepareAsync();
        await _nest.Local.Save(new Activity(An(Hamilton, "shelters")) { Partners = { Shelter }, Clauses = { $"{Hamilton}/beds", $"{Hamilton}/homes" } });
        await _nest.Local.Save(new Activity(An(Hamilton, "kitchen")) { Lead = Shelter });
        await _nest.Local.Save(Promise(Hamilton, "late", "shelters", "2020-01-01", Shelter));
        await _nest.Local.Save(Promise(Hamilton, "open", "shelters", _nest.Day(9), Shelter));
        await _nest.Local.Save(new Commitment(Promise(Hamilton, "kept", "kitchen", "2020-01-01", Shelter)) { State = Commitment.Types.State.Kept });
        await _nest.Local.Save(new Commitment(Promise(Hamilton, "dropped", "kitchen", "2020-01-01", Shelter)) { State = Commitment.Types.State.Dropped });
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task its_columns_are_the_strategies_then_what_else_is_served_then_nothing()
    {
        var plan = await Plan();

        Assert.Equal(
            [($"{Hamilton}/beds", "2", 1), ($"{Hamilton}/rents", "3", 0), ($"{Hamilton}/homes", "1", 1), ("", "", 1)],
            plan.Strategies.Select(column => (column.Clause, column.Number, column.Activities)));
    }

    [Fact]
    public async Task its_cells_tell_what_a_partner_does_and_how_it_stands_with_its_commitments()
    {
        var plan = await Plan();

        Assert.Equal([City, Shelter], plan.Partners.Select(row => row.Partner));
        Assert.Equal([($"{Hamilton}/beds", "shelters", true), ($"{Hamilton}/homes", "shelters", true)], Parts(plan.Partners[0]));
        Assert.Equal([($"{Hamilton}/beds", "shelters", false), ($"{Hamilton}/homes", "shelters", false), ("", "kitchen", true)], Parts(plan.Partners[1]));
        Assert.Equal([(1, 0, 1), (1, 0, 1), (0, 1, 0)], plan.Partners[1].Cells.Select(cell => (cell.Open, cell.Kept, cell.Missed)));
        Assert.Equal(Shelter, plan.Partners[1].Name.En);
    }

    [Fact]
    public async Task it_is_paged_by_partners()
    {
        await _nest.Local.Join(Hamilton, "idle");
        var partners = await All<string>(async token =>
        {
            var page = await Plan(1, token);
            Assert.Equal(4, page.Strategies.Count);
            return ([.. page.Partners.Select(row => row.Partner)], page.NextPageToken);
        });
        Assert.Equal([City, "idle", Shelter], partners);
    }

    private async Task<ActivityPlan> Plan(int size = 0, string token = "") =>
        await _nest.Local.Activities.GetPlanAsync(new GetPlanRequest { Initiative = Hamilton, PageSize = size, PageToken = token });

    private static IEnumerable<(string, string, bool)> Parts(ActivityPlan.Types.Row row) =>
        row.Cells.SelectMany(cell => cell.Activities.Select(part => (cell.Clause, part.Activity, part.Leads)));
}
