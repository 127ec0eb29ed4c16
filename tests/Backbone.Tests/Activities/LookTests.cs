using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Activities;

/// <summary>Looks across levels: gaps, duplicates, what reinforces what.</summary>
public sealed class LookTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private const string Homes = $"{Canada}/homes", Roofs = $"{Canada}/roofs", Need = $"{Canada}/{TestNest.Indicator}";

    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        var agendas = new ListedClauses()
            .With(Canada, "homes", ClauseKind.Goal).With(Canada, "roofs", ClauseKind.Strategy).With(Ontario, "rents", ClauseKind.Strategy)
            .With(Canada, "jobs", ClauseKind.Goal);
        _nest = await TestNest.StartAsync(stores, services => services.AddSingleton<IClauses>(agendas));
        await _nest.PrepareAsync();
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task coverage_counts_by_level_and_marks_gaps_and_outcomes_without_support()
    {
        await Known(
            An(Canada, "fund", Activity.Types.Status.Underway).On(Homes),
            An(Hamilton, "shelters").On(Homes),
            An(Hamilton, "past", Activity.Types.Status.Done).On(Homes, Roofs),
            An(Toronto, "towers").On(Homes));

        var rows = (await _nest.National.Coverage(Canada, GetCoverageRequest.Types.Subject.Clause)).Rows;

        Assert.Equal([Homes, Roofs, $"{Canada}/jobs"], rows.Select(row => row.Subject));
        Assert.Equal([(Level.National, 1, 0), (Level.Local, 2, 1)], rows[0].Levels.Select(level => (level.Level, level.Working, level.Ended)));
        Assert.Equal([$"{Canada}/fund", $"{Hamilton}/shelters", $"{Toronto}/towers"], rows[0].Activities.Select(Name));
        Assert.Equal([ActivityCoverage.Types.Mark.Duplicate], rows[0].Marks);
        Assert.Equal([ActivityCoverage.Types.Mark.Gap], rows[1].Marks);
        Assert.Equal([ActivityCoverage.Types.Mark.Gap, ActivityCoverage.Types.Mark.OutcomeWithoutSupport], rows[2].Marks);
    }

    [Fact]
    public async Task coverage_of_an_agenda_above_counts_the_initiatives_own_line_alone()
    {
        await Known(An(Canada, "fund").On(Homes), An(Hamilton, "shelters").On(Homes), An(Ottawa, "both").On(Homes));

        var rows = (await _nest.National.Coverage(Quebec, GetCoverageRequest.Types.Subject.Clause, Canada)).Rows;

        Assert.Equal([$"{Canada}/fund", $"{Ottawa}/both"], rows[0].Activities.Select(Name));
        var refused = await Refusal(() => _nest.Local.Coverage(Hamilton, GetCoverageRequest.Types.Subject.Clause, Quebec));
        Assert.Equal((StatusCode.InvalidArgument, "agenda"), (refused.Code, refused.Fault.Field));
    }

    [Fact]
    public async Task an_indicator_that_nobody_moves_is_an_outcome_without_support()
    {
        var row = Assert.Single((await _nest.National.Coverage(Canada, GetCoverageRequest.Types.Subject.Indicator)).Rows);
        Assert.Equal((Need, 2), (row.Subject, row.Marks.Count));

        await Known(An(Hamilton, "shelters").Towards(Need));

        Assert.Empty(Assert.Single((await _nest.National.Coverage(Canada, GetCoverageRequest.Types.Subject.Indicator)).Rows).Marks);
        Assert.Empty((await _nest.National.Activities.GetCoverageAsync(
            new GetCoverageRequest { Initiative = Canada, By = GetCoverageRequest.Types.Subject.Indicator, Marked = true })).Rows);
    }

    [Fact]
    public async Task a_pair_is_listed_once_with_all_that_both_serve_until_one_names_the_other()
    {
        var fund = An(Canada, "fund").On(Homes, Roofs).Towards(Need);
        var shelters = An(Hamilton, "shelters").On(Homes, Roofs).Towards(Need);
        await Known(fund, shelters, An(Toronto, "towers").On(Roofs).From("2026-01-01", "2026-01-31"), An(Ontario, "loans").On(Roofs).From("2026-02-01", ""));

        var pairs = (await Pairs(_nest.National, Canada)).ToList();

        Assert.Equal(
            [($"{Canada}/fund", $"{Hamilton}/shelters"), ($"{Canada}/fund", $"{Ontario}/loans"), ($"{Ontario}/loans", $"{Hamilton}/shelters"), ($"{Canada}/fund", $"{Toronto}/towers")],
            pairs.Select(pair => (Name(pair.Upper), Name(pair.Lower))));
        Assert.Equal([Homes, Roofs], pairs[0].Clauses);
        Assert.Equal([Need], pairs[0].Indicators);

        var read = await _nest.Local.Get(Hamilton, "shelters");
        await _nest.Local.Save(new Activity(read) { Reinforces = { $"{Canada}/fund" } });
        await _nest.National.Heard(Hamilton, "shelters", activity => activity.Reinforces.Count == 1);
        Assert.DoesNotContain(await Pairs(_nest.National, Canada), pair => Name(pair.Upper) == $"{Canada}/fund" && Name(pair.Lower) == $"{Hamilton}/shelters");
    }

    [Fact]
    public async Task edges_are_told_from_both_ends_and_across_levels()
    {
        await Known(An(Canada, "fund", Activity.Types.Status.Underway).From("", "2026-06-30"), An(Ontario, "loans"));
        await _nest.Local.Heard(Ontario, "loans");
        await _nest.Local.Heard(Canada, "fund");
        await Known(new Activity(An(Hamilton, "shelters")).From("2026-05-01", "").Naming([$"{Canada}/fund"], [$"{Ontario}/loans", $"{Canada}/fund"]));
        await Known(new Activity(An(Hamilton, "kitchen")).Naming([], [$"{Hamilton}/shelters"]));

        var ends = await Edges(_nest.National, new GetReinforcementRequest { Initiative = Canada });
        Assert.Equal([($"{Hamilton}/shelters", $"{Canada}/fund", true, true, Reinforcement.Types.Break.Late)], ends);
        var own = await Edges(_nest.Local, new GetReinforcementRequest { Initiative = Hamilton });
        Assert.Equal(
            [
                ($"{Hamilton}/kitchen", $"{Hamilton}/shelters", true, false, Reinforcement.Types.Break.Unspecified),
                ($"{Hamilton}/shelters", $"{Ontario}/loans", true, false, Reinforcement.Types.Break.Unspecified),
                ($"{Hamilton}/shelters", $"{Canada}/fund", true, true, Reinforcement.Types.Break.Late),
            ],
            own);
        Assert.Equal(own, await Edges(_nest.National, new GetReinforcementRequest { Initiative = Canada, Below = true }));
        Assert.Equal(ends, await Edges(_nest.National, new GetReinforcementRequest { Initiative = Canada, Below = true, Broken = true }));
    }

    [Fact]
    public async Task what_was_removed_elsewhere_is_shown_as_missing()
    {
        await Known(An(Hamilton, "shelters"));
        var fund = await _nest.National.Save(new Activity(An(Canada, "fund")).Naming([], [$"{Hamilton}/shelters"]));
        var read = await _nest.Local.Heard(Canada, "fund");
        Assert.Equal(fund, read);

        var shelters = await _nest.Local.Get(Hamilton, "shelters");
        await _nest.Local.Activities.RemoveActivityAsync(new RemoveActivityRequest { Initiative = Hamilton, Activity = "shelters", Revision = shelters.Revision });

        var edges = await Until(
            async () => await _nest.National.Activities.GetReinforcementAsync(new GetReinforcementRequest { Initiative = Canada, Broken = true }),
            answer => answer.Edges.Count == 1);
        Assert.Equal((Reinforcement.Types.Break.Missing, null), (edges.Edges[0].Broken, edges.Edges[0].To.Name));
    }

    [Theory]
    [InlineData("no such place")]
    [InlineData("clause ca/homes x y")]
    public async Task a_token_that_no_answer_gave_is_refused(string token)
    {
        var pairs = await Refusal(async () => await _nest.Local.Activities.ListDuplicatesAsync(new ListDuplicatesRequest { Initiative = Hamilton, PageToken = token }));
        Assert.Equal((StatusCode.InvalidArgument, "page_token"), (pairs.Code, pairs.Fault.Field));
    }

    private static string Name(NamedActivity activity) => activity.Name();

    private async Task<IEnumerable<ListDuplicatesResponse.Types.Pair>> Pairs(TestNode node, string initiative) =>
        (await node.Activities.ListDuplicatesAsync(new ListDuplicatesRequest { Initiative = initiative })).Pairs;

    private static async Task<IEnumerable<(string, string, bool, bool, Reinforcement.Types.Break)>> Edges(TestNode node, GetReinforcementRequest request) =>
        (await node.Activities.GetReinforcementAsync(request)).Edges.Select(edge => (Name(edge.From), Name(edge.To), edge.Reinforces, edge.Depends, edge.Broken));

    /// <summary>Writes activities where they belong, and waits until the nation knows them.</summary>
    private async Task Known(params Activity[] activities)
    {
        foreach (var activity in activities) await _nest.Host(activity.Initiative).Save(activity);
        foreach (var activity in activities) await _nest.National.Heard(activity.Initiative, activity.Activity_);
    }
}
