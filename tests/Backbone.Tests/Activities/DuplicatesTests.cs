using CollectiveImpact.Backbone.Activities;
using FsCheck;
using FsCheck.Fluent;
using static CollectiveImpact.Backbone.Tests.Activities.Acting;

namespace CollectiveImpact.Backbone.Tests.Activities;

/// <summary>What is done twice, found among whatever activities there are.</summary>
public sealed class DuplicatesTests
{
    private static readonly Dictionary<string, string[]> AboveOf = new()
    {
        [Canada] = [],
        [Ontario] = [Canada],
        [Quebec] = [Canada],
        [Hamilton] = [Ontario, Canada],
        [Toronto] = [Ontario, Canada],
        [Ottawa] = [Ontario, Quebec, Canada],
    };

    private static readonly Gen<Activity.Types.Status> Statuses = Gen.Elements(
        Activity.Types.Status.Planned, Activity.Types.Status.Underway, Activity.Types.Status.Done, Activity.Types.Status.Stopped);

    private static readonly Gen<Work> Works =
        from initiative in Gen.Elements(AboveOf.Keys.ToArray())
        from id in Gen.Choose(0, 3)
        from status in Statuses
        from first in Gen.Choose(0, 3)
        from days in Gen.Choose(0, 3)
        select new Work(initiative, $"a{id}", new ActivityMark(LevelOf(initiative), status, first == 0 ? "" : $"2026-01-0{first}", days == 3 ? "" : $"2026-01-0{first + 1 + days}"));

    private static readonly Gen<(Work[] Works, HashSet<(string, string)> Links)> Nests =
        from works in Gen.ArrayOf(Works)
        from links in Gen.ArrayOf(from one in Works from other in Works select (one.Name, other.Name))
        select (works.DistinctBy(work => work.Name).Order(Comparer<Work>.Create(Work.Compare)).ToArray(), links.ToHashSet());

    [Fact]
    public void they_are_those_that_comparing_all_with_all_finds_and_each_is_found_once() => Prop.ForAll(Nests.ToArbitrary(), nest =>
    {
        var found = Found(nest.Works, nest.Links).Select(pair => (pair.Upper.Name, pair.Lower.Name)).ToList();
        var naive = nest.Works.SelectMany(one => nest.Works.Where(other => AreDuplicates(one, other, nest.Links) && one.Mark.Level > other.Mark.Level)
            .Select(other => (one.Name, other.Name))).ToHashSet();
        return found.Distinct().Count() == found.Count && naive.SetEquals(found);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void it_does_not_matter_which_of_two_is_looked_at_first() => Prop.ForAll(Nests.ToArbitrary(), nest =>
        nest.Works.All(one => nest.Works.All(other => AreDuplicates(one, other, nest.Links) == AreDuplicates(other, one, nest.Links)))
        && nest.Works.All(one => nest.Works.All(other => one.Mark.Overlaps(other.Mark) == other.Mark.Overlaps(one.Mark)))).QuickCheckThrowOnFailure();

    [Fact]
    public void none_is_within_a_level_and_none_has_a_reference_between() => Prop.ForAll(Nests.ToArbitrary(), nest =>
        Found(nest.Works, nest.Links).All(pair =>
            pair.Upper.Mark.Level > pair.Lower.Mark.Level
            && !nest.Links.Contains((pair.Upper.Name, pair.Lower.Name)) && !nest.Links.Contains((pair.Lower.Name, pair.Upper.Name)))).QuickCheckThrowOnFailure();

    [Fact]
    public void they_come_in_the_order_of_the_lower_and_then_the_upper() => Prop.ForAll(Nests.ToArbitrary(), nest =>
    {
        var places = Found(nest.Works, nest.Links).Select(pair => (pair.Lower, pair.Upper)).ToList();
        return places.Zip(places.Skip(1)).All(two => new PairPlace("", two.First.Lower, two.First.Upper).IsBefore(two.Second.Lower, two.Second.Upper));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_gap_is_what_nobody_works_on() => Prop.ForAll(Nests.ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (nest, isOutcome) =>
    {
        var row = Coverage.Row(
            new Subject("", "ca/homes", "clause ca/homes", "1", new Text(), isOutcome),
            nest.Works.Select(work => new Tally(work.Mark.Level, work.Mark.Status, 1)), isDuplicate: false);
        var isGap = !nest.Works.Any(work => work.Mark.Status is Activity.Types.Status.Planned or Activity.Types.Status.Underway);
        return row.Marks.Contains(ActivityCoverage.Types.Mark.Gap) == isGap
            && row.Marks.Contains(ActivityCoverage.Types.Mark.OutcomeWithoutSupport) == (isGap && isOutcome)
            && row.Levels.Sum(level => level.Working + level.Ended) == nest.Works.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_mark_reads_back_as_it_was_written() => Prop.ForAll(Works.ToArbitrary(), work =>
        ActivityMark.Read(work.Mark.Write()) == work.Mark).QuickCheckThrowOnFailure();

    private static IEnumerable<(Work Upper, Work Lower)> Found(Work[] works, HashSet<(string, string)> links) => Duplicates.Among(
        works,
        works.Where(work => work.Mark.Level > Level.Local).ToLookup(work => work.Initiative),
        initiative => AboveOf[initiative],
        (upper, lower) => links.Contains((upper.Name, lower.Name)) || links.Contains((lower.Name, upper.Name)));

    private static bool AreDuplicates(Work one, Work other, HashSet<(string, string)> links) =>
        (AboveOf[one.Initiative].Contains(other.Initiative) || AboveOf[other.Initiative].Contains(one.Initiative))
        && one.Mark.Status is Activity.Types.Status.Planned or Activity.Types.Status.Underway
        && other.Mark.Status is Activity.Types.Status.Planned or Activity.Types.Status.Underway
        && !Ends(one).Before(other) && !Ends(other).Before(one)
        && !links.Contains((one.Name, other.Name)) && !links.Contains((other.Name, one.Name));

    private static (string Until, Func<Work, bool> Before) Ends(Work work) =>
        (work.Mark.Until, next => work.Mark.Until.Length > 0 && next.Mark.From.Length > 0 && DateOnly.Parse(work.Mark.Until) < DateOnly.Parse(next.Mark.From));

    private static Level LevelOf(string initiative) => AboveOf[initiative].Length switch { 0 => Level.National, 1 => Level.Provincial, _ => Level.Local };
}
