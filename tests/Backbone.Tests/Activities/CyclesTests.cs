using CollectiveImpact.Backbone.Activities;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Backbone.Tests.Activities;

/// <summary>Dependencies that lead back to where they come from.</summary>
public sealed class CyclesTests
{
    private static readonly Gen<HashSet<(int From, int To)>> Webs =
        from edges in Gen.ArrayOf(from one in Gen.Choose(0, 7) from other in Gen.Choose(0, 7) select (one, other)) select edges.ToHashSet();

    [Fact]
    public void a_way_back_is_found_where_there_is_one_and_only_there() => Prop.ForAll(Webs.ToArbitrary(), web =>
        Enumerable.Range(0, 8).All(first => (Cycles.Back("0", $"{first}", Next(web)) is not null) == Reaches(web, first))).QuickCheckThrowOnFailure();

    [Fact]
    public void a_way_back_begins_and_ends_at_the_start_and_each_step_is_there() => Prop.ForAll(Webs.ToArbitrary(), web =>
        Enumerable.Range(0, 8).All(first => Cycles.Back("0", $"{first}", Next(web)) is not { } way
            || (way[0] == "0" && way[1] == $"{first}" && way[^1] == "0"
                && way.Skip(1).Zip(way.Skip(2)).All(step => web.Contains((int.Parse(step.First), int.Parse(step.Second))))))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Activity.Types.Status.Stopped, "", "2026-05-01", true, Reinforcement.Types.Break.Stopped)]
    [InlineData(Activity.Types.Status.Stopped, "", "2026-05-01", false, Reinforcement.Types.Break.Unspecified)]
    [InlineData(Activity.Types.Status.Planned, "2026-05-02", "2026-05-01", true, Reinforcement.Types.Break.Late)]
    [InlineData(Activity.Types.Status.Planned, "2026-05-01", "2026-05-01", true, Reinforcement.Types.Break.Unspecified)]
    [InlineData(Activity.Types.Status.Done, "2026-05-02", "2026-05-01", true, Reinforcement.Types.Break.Unspecified)]
    [InlineData(Activity.Types.Status.Planned, "", "2026-05-01", true, Reinforcement.Types.Break.Unspecified)]
    public void a_dependency_breaks_where_the_other_is_stopped_or_ends_too_late(
        Activity.Types.Status status, string until, string from, bool depends, Reinforcement.Types.Break expected)
    {
        var named = new ActivityMark(Level.National, status, "", until);
        Assert.Equal(expected, Breaks.Of(new ActivityMark(Level.Local, Activity.Types.Status.Planned, from, ""), named, depends));
        Assert.Equal(Reinforcement.Types.Break.Unspecified, Breaks.Of(new ActivityMark(Level.Local, Activity.Types.Status.Done, from, ""), named, depends));
    }

    [Fact]
    public void what_is_not_known_breaks_whatever_names_it() =>
        Assert.Equal(Reinforcement.Types.Break.Missing, Breaks.Of(new ActivityMark(Level.Local, Activity.Types.Status.Underway, "", ""), null, false));

    private static Func<string, IEnumerable<string>> Next(HashSet<(int From, int To)> web) =>
        at => web.Where(edge => $"{edge.From}" == at).Select(edge => $"{edge.To}").Order();

    /// <summary>Whether one can go from a place to 0, by adding reachable places until none is new.</summary>
    private static bool Reaches(HashSet<(int From, int To)> web, int first)
    {
        HashSet<int> reached = [first];
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(web.Where(edge => reached.Contains(edge.From)).Select(edge => edge.To).ToList());
        }

        return reached.Contains(0);
    }
}
