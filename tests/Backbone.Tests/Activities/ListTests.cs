using CollectiveImpact.Backbone.Activities;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Tests.Network;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;

namespace CollectiveImpact.Backbone.Tests.Activities;

/// <summary>Lists and looks over a nest full of activities, held against going through all of them; and their pages.</summary>
public sealed class ListTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private static readonly string[] Clauses = [$"{Canada}/homes", $"{Canada}/roofs"];

    private readonly Random _random = new(20261122);
    private readonly List<Activity> _all = [];
    private TestNest _nest = null!;

    public async Task InitializeAsync()
    {
        var agendas = new ListedClauses().With(Canada, "homes", ClauseKind.Goal).With(Canada, "roofs", ClauseKind.Strategy);
        _nest = await TestNest.StartAsync(stores, services => services.AddSingleton<IClauses>(agendas));
        await _nest.PrepareAsync();
        foreach (var initiative in Initiatives)
        {
            for (var i = 0; i < 9; i++) _all.Add(await _nest.Host(initiative).Save(Any(initiative, $"a{i}")));
            foreach (var node in new[] { _nest.National, _nest.Provincial }) await node.Heard(initiative, "a8");
        }
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task lists_of_a_nest_are_what_going_through_all_finds()
    {
        await Expect(new ListActivitiesRequest(), _ => true);
        await Expect(new ListActivitiesRequest { Status = Activity.Types.Status.Done }, activity => activity.Status == Activity.Types.Status.Done);
        await Expect(new ListActivitiesRequest { Partner = Shelter }, activity => activity.Lead == Shelter || activity.Partners.Contains(Shelter));
        await Expect(new ListActivitiesRequest { Clause = Clauses[0] }, activity => activity.Clauses.Contains(Clauses[0]));
        await Expect(
            new ListActivitiesRequest { From = "2026-02-01", Until = "2026-02-28" },
            activity => (activity.Until.Length == 0 || activity.Until[5..7] != "01") && (activity.From.Length == 0 || activity.From[5..7] is "01" or "02"));
        await Expect(
            new ListActivitiesRequest { Partner = Shelter, Clause = Clauses[1], Indicator = $"{Canada}/{TestNest.Indicator}", Status = Activity.Types.Status.Planned },
            activity => (activity.Lead == Shelter || activity.Partners.Contains(Shelter)) && activity.Clauses.Contains(Clauses[1])
                && activity.Indicators.Count > 0 && activity.Status == Activity.Types.Status.Planned);
        var quebec = (await _nest.National.List(new ListActivitiesRequest { Initiative = Quebec, Below = true, PageSize = 1000 })).Activities;
        Assert.Equal([Ottawa, Quebec], quebec.Select(activity => activity.Initiative).Distinct());
    }

    [Fact]
    public async Task duplicates_of_a_nest_are_what_comparing_all_with_all_finds()
    {
        var works = _all.Select(activity => (Activity: activity, Mark: ActivityMark.Of(LevelOf(activity.Initiative), activity))).ToList();
        var expected = works.SelectMany(upper => works.Where(lower =>
                Above(lower.Activity.Initiative).Contains(upper.Activity.Initiative) && upper.Mark.IsWorking && lower.Mark.IsWorking && upper.Mark.Overlaps(lower.Mark)
                && (upper.Activity.Clauses.Intersect(lower.Activity.Clauses).Any() || upper.Activity.Indicators.Intersect(lower.Activity.Indicators).Any())
                && !Names(upper.Activity, lower.Activity) && !Names(lower.Activity, upper.Activity))
            .Select(lower => (Name(upper.Activity), Name(lower.Activity)))).ToHashSet();

        var found = await Pairs(1000);

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Count, found.Count);
        Assert.True(expected.SetEquals(found));
        var coverage = (await _nest.National.Coverage(Canada, GetCoverageRequest.Types.Subject.Clause)).Rows;
        Assert.All(coverage, row => Assert.Equal(
            _all.Count(activity => activity.Clauses.Contains(row.Subject)), row.Levels.Sum(level => level.Working + level.Ended)));
    }

    [Fact]
    public async Task pages_of_any_size_give_each_list_whole_and_once()
    {
        var activities = await Activities(1000);
        var (pairs, edges) = (await Pairs(1000), await Edges(1000));
        Assert.Equal(_all.Count, activities.Count);
        Assert.NotEmpty(edges);
        Assert.Equal(edges.Count, edges.Distinct().Count());

        Prop.ForAll(Gen.Choose(1, 70).ToArbitrary(), size =>
            activities.SequenceEqual(Activities(size).GetAwaiter().GetResult())
            && pairs.SequenceEqual(Pairs(size).GetAwaiter().GetResult())
            && edges.SequenceEqual(Edges(size).GetAwaiter().GetResult())).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

        var rows = await All<string>(async token =>
        {
            var page = await _nest.National.Activities.GetCoverageAsync(
                new GetCoverageRequest { Initiative = Canada, By = GetCoverageRequest.Types.Subject.Clause, PageSize = 1, PageToken = token });
            return ([.. page.Rows.Select(row => row.Subject)], page.NextPageToken);
        });
        Assert.Equal(Clauses, rows);
    }

    private Activity Any(string initiative, string id)
    {
        var activity = new Activity(An(initiative, id, (Activity.Types.Status)_random.Next(1, 5))) { Lead = _random.Next(2) == 0 ? City : Shelter };
        if (_random.Next(2) == 0) activity.From = $"2026-0{_random.Next(1, 4)}-10";
        if (_random.Next(2) == 0) activity.Until = $"2026-0{(activity.From.Length > 0 ? activity.From[6] - '0' : _random.Next(1, 4))}-20";
        activity.Clauses.Add(Clauses.Where(_ => _random.Next(2) == 0));
        if (_random.Next(3) == 0) activity.Indicators.Add($"{Canada}/{TestNest.Indicator}");
        foreach (var other in _all.Where(other => other.Initiative == initiative || Initiatives[0] == other.Initiative && initiative is Ontario or Quebec).Where(_ => _random.Next(5) == 0))
            (_random.Next(2) == 0 ? activity.DependsOn : activity.Reinforces).Add(Name(other));
        return activity;
    }

    private async Task Expect(ListActivitiesRequest request, Func<Activity, bool> isWanted)
    {
        var expected = _all.Where(isWanted).OrderBy(activity => activity.Initiative, StringComparer.Ordinal).ThenBy(activity => activity.Activity_, StringComparer.Ordinal);
        var below = await _nest.National.List(new ListActivitiesRequest(request) { Initiative = Canada, Below = true, PageSize = 1000 });
        Assert.Equal(expected.Select(Name), below.Activities.Select(Name));
        var own = await _nest.National.List(new ListActivitiesRequest(request) { Initiative = Canada, PageSize = 1000 });
        Assert.Equal(expected.Where(activity => activity.Initiative == Canada).Select(Name), own.Activities.Select(Name));
    }

    private Task<List<string>> Activities(int size) => All<string>(async token =>
    {
        var page = await _nest.National.List(new ListActivitiesRequest { Initiative = Canada, Below = true, PageSize = size, PageToken = token });
        return ([.. page.Activities.Select(Name)], page.NextPageToken);
    });

    private Task<List<(string, string)>> Pairs(int size) => All<(string, string)>(async token =>
    {
        var page = await _nest.National.Activities.ListDuplicatesAsync(new ListDuplicatesRequest { Initiative = Canada, PageSize = size, PageToken = token });
        return ([.. page.Pairs.Select(pair => (pair.Upper.Name(), pair.Lower.Name()))], page.NextPageToken);
    });

    private Task<List<(string, string)>> Edges(int size) => All<(string, string)>(async token =>
    {
        var page = await _nest.National.Activities.GetReinforcementAsync(new GetReinforcementRequest { Initiative = Canada, PageSize = size, PageToken = token });
        return ([.. page.Edges.Select(edge => (edge.From.Name(), edge.To.Name()))], page.NextPageToken);
    });

    private static string Name(Activity activity) => $"{activity.Initiative}/{activity.Activity_}";

    private static bool Names(Activity one, Activity other) => one.DependsOn.Contains(Name(other)) || one.Reinforces.Contains(Name(other));

    private static string[] Above(string initiative) => initiative switch
    {
        Canada => [],
        Ontario or Quebec => [Canada],
        Ottawa => [Ontario, Quebec, Canada],
        _ => [Ontario, Canada],
    };

    private static Level LevelOf(string initiative) => Above(initiative).Length switch { 0 => Level.National, 1 => Level.Provincial, _ => Level.Local };
}
