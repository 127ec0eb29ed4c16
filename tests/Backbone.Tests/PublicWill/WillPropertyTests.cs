using CollectiveImpact.Backbone.PublicWill;
using FsCheck;
using FsCheck.Fluent;
using static CollectiveImpact.Backbone.Tests.PublicWill.Willing;

namespace CollectiveImpact.Backbone.Tests.PublicWill;

/// <summary>What is counted, and which words are the same, whatever was said.</summary>
public sealed class WillPropertyTests
{
    private static readonly Gen<ReachMark[]> Reaches = Gen.ArrayOf(
        from first in Gen.Choose(1, 25)
        from days in Gen.Choose(0, 4)
        from message in Gen.Elements("", "rent", "roof")
        from count in Gen.Choose(0, 1000)
        select new ReachMark(Day(first), Day(first + days), count, message));

    [Fact]
    public void whatever_is_said_no_day_is_counted_twice() => Prop.ForAll(Reaches.ToArbitrary(), said =>
    {
        List<ReachMark> taken = [];
        foreach (var reach in said)
            if (!taken.Any(reach.CountsWith)) taken.Add(reach);
        return Enumerable.Range(1, 29).Select(Day).All(day =>
        {
            var on = taken.Where(reach => reach.In(day, day) == Lies.Within || reach.In(day, day) == Lies.Partly).Select(reach => reach.Message).ToList();
            return on.Distinct().Count() == on.Count && (!on.Contains("") || on.Count == 1);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void to_count_the_same_is_mutual() => Prop.ForAll(Reaches.ToArbitrary(), said =>
        said.All(one => said.All(other => one.CountsWith(other) == other.CountsWith(one)))).QuickCheckThrowOnFailure();

    [Fact]
    public void a_mark_is_read_as_it_was_written() => Prop.ForAll(Reaches.ToArbitrary(), said => said.All(reach => ReachMark.Read(reach.Write()) == reach)).QuickCheckThrowOnFailure();

    [Fact]
    public void days_that_are_cut_in_parts_leave_nothing_out() => Prop.ForAll(Reaches.ToArbitrary(), said => said.All(reach =>
    {
        var (before, after) = (reach.In("", Day(14)), reach.In(Day(15), ""));
        return (before, after) is (Lies.Within, Lies.Outside) or (Lies.Outside, Lies.Within) or (Lies.Partly, Lies.Partly);
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void words_are_the_same_where_what_is_taken_from_them_is()
    {
        var campaign = ACampaign("homes", offered: true);

        Assert.Equal(OfferedWords.Hash(campaign), OfferedWords.Hash(new Campaign(campaign) { Status = V1.Campaign.Types.Status.Done, Clauses = { "ca/homes" }, Until = "2026-01-01" }));
        Assert.NotEqual(OfferedWords.Hash(campaign), OfferedWords.Hash(new Campaign(campaign) { Aim = Both("Another") }));
        Assert.NotEqual(OfferedWords.Hash(AMessage("homes", "rent")), OfferedWords.Hash(AMessage("homes", "roof")));
    }

    private static string Day(int day) => $"2026-02-{day:D2}";
}
