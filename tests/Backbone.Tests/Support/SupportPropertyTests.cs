using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Support;
using FsCheck;
using FsCheck.Fluent;
using static CollectiveImpact.V1.AssessmentTrend.Types;
using Change = CollectiveImpact.V1.AssessmentTrend.Types.Change;

namespace CollectiveImpact.Backbone.Tests.Support;

/// <summary>What is counted of a backbone, whatever was said.</summary>
public sealed class SupportPropertyTests
{
    private static readonly Gen<int> Cents = Gen.Choose(0, 2_000_000_000);

    private static readonly Gen<BackboneAssessment> Assessments =
        from extents in Gen.ArrayOf(Gen.Choose(0, 5), EffectivenessIndicators.All.Count)
        select new BackboneAssessment
        {
            Answers =
            {
                EffectivenessIndicators.All.Zip(extents).Where(each => each.Second > 0)
                    .Select(each => new BackboneAssessment.Types.Answer { Indicator = each.First.Indicator, Extent = (Extent)each.Second }),
            },
        };

    private static readonly Gen<(BackboneAssessment From, BackboneAssessment To)> Two = from one in Assessments from other in Assessments select (one, other);

    [Fact]
    public void months_are_the_most_tenths_that_the_money_pays_for() => Prop.ForAll(
        (from units in Cents from planned in Gen.Choose(1, 2_000_000_000) from months in Gen.Choose(1, WholeMonths.Most) select (units, planned, months)).ToArbitrary(), each =>
        {
            var tenths = (Int128)(decimal.Parse(WholeMonths.Covered(each.units, each.planned, each.months), System.Globalization.CultureInfo.InvariantCulture) * 10);
            var money = (Int128)each.units * each.months * 10;
            return tenths * each.planned <= money && money < (tenths + 1) * each.planned;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_span_is_of_whole_months_where_as_many_lead_from_its_first_day_to_the_day_after_it() => Prop.ForAll(
        (from first in Gen.Choose(730_000, 745_000) from months in Gen.Choose(1, WholeMonths.Most) from off in Gen.Choose(-2, 2) select (first, months, off)).ToArbitrary(), each =>
        {
            var from = DateOnly.FromDayNumber(each.first);
            var until = from.AddMonths(each.months).AddDays(each.off - 1);
            var found = WholeMonths.Between(from, until);
            return each.off == 0 ? found == each.months : found is null || from.AddMonths(found.Value) == until.AddDays(1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_share_is_within_half_a_tenth_of_a_percent_of_what_it_is() => Prop.ForAll(
        (from part in Cents from rest in Cents where part + (long)rest > 0 select (part, whole: part + (long)rest)).ToArbitrary(), each =>
        {
            var shown = decimal.Parse(LargestSource.Percent(each.part, each.whole), System.Globalization.CultureInfo.InvariantCulture);
            return Math.Abs(shown - 100m * each.part / each.whole) <= 0.05m;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void hours_are_read_as_they_are_written_and_add_up_as_decimals_do() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(1, Hours.MostGiven * 100)).ToArbitrary(), all =>
        {
            var read = all.Select(hundredths => Hours.Read("hours", Hours.Write(hundredths), Hours.MostGiven, out var back) is null ? back : -1).ToList();
            var sum = all.Aggregate(Figure.Zero, (sum, each) => sum + Figure.Stored(Hours.Write(each)));
            return read.SequenceEqual(all.Select(each => (long)each)) && Hours.Write(all.Sum(each => (long)each)) == sum.ToString();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void what_a_plan_puts_beside_its_references_says_the_same_of_it() => Prop.ForAll(
        (from hours in Gen.Choose(1, Hours.MostPlanned * 100)
         from function in Gen.Choose(0, 6)
         from component in Gen.Choose(0, 4)
         from until in Gen.Elements("", "2026-01-01")
         select new PlannedSupport(hours, (Function)function, (SupportPlan.Types.Component)component, until, new string('a', 100))).ToArbitrary(),
        planned => planned.Detail.Length <= 200 && PlannedSupport.Read(planned.Detail) == planned).QuickCheckThrowOnFailure();

    [Fact]
    public void a_function_is_compared_by_what_both_answered_alone() => Prop.ForAll(Two.ToArbitrary(), each =>
    {
        var trend = Read(each.From, each.To);
        var both = each.From.Answers.Select(answer => answer.Indicator).Intersect(each.To.Answers.Select(answer => answer.Indicator)).ToHashSet();
        var alone = Read(Only(each.From, both), Only(each.To, both));
        return trend.Functions.Sum(function => function.Compared) == both.Count
            && trend.Functions.Where(function => function.Compared > 0).Select(Compared).SequenceEqual(alone.Functions.Select(Compared));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void whatever_rises_one_way_falls_the_other() => Prop.ForAll(Two.ToArbitrary(), each =>
    {
        var (forth, back) = (Read(each.From, each.To), Read(each.To, each.From));
        return forth.Functions.Zip(back.Functions).All(both =>
            both.First.Rose.SequenceEqual(both.Second.Fell) && both.First.Fell.SequenceEqual(both.Second.Rose)
            && (both.First.Change == Change.Rose) == (both.Second.Change == Change.Fell));
    }).QuickCheckThrowOnFailure();

    private static AssessmentTrend Read(BackboneAssessment from, BackboneAssessment to) => new TrendOf([from, to], from, to).Read();

    private static (Function, int, int, int, Change) Compared(FunctionTrend function) => (function.Function, function.Compared, function.FromWorth, function.ToWorth, function.Change);

    private static BackboneAssessment Only(BackboneAssessment assessment, HashSet<string> indicators) =>
        new() { Answers = { assessment.Answers.Where(answer => indicators.Contains(answer.Indicator)) } };
}
