using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Nest;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Backbone.Tests.Measurement;

public sealed class AttributionTests
{
    private static readonly Period Year = Period.Parse("2021")!;

    [Fact]
    public void a_part_belongs_to_its_parent_and_what_lies_above_it()
    {
        var nest = Nest(("on", "ca"), ("qc", "ca"), ("og", "on"), ("og", "qc"));
        Assert.Equal(["og", "on", "ca"], Attribution.Of(nest, "og", Year, "on"));
        Assert.Equal(["og", "qc", "ca"], Attribution.Of(nest, "og", Year, "qc"));
    }

    [Fact]
    public void a_whole_that_should_have_been_divided_belongs_to_what_its_parents_share()
    {
        var nest = Nest(("on", "ca"), ("qc", "ca"), ("og", "on"), ("og", "qc"));
        Assert.Equal(["og", "ca"], Attribution.Of(nest, "og", Year, ""));
    }

    [Fact]
    public void aligned_with_a_province_and_with_the_nation_it_counts_once_in_each()
    {
        var nest = Nest(("on", "ca"), ("hamilton", "on"), ("hamilton", "ca"));
        Assert.Equal(["ca", "hamilton", "on"], Attribution.Of(nest, "hamilton", Year, "").Order(StringComparer.Ordinal));
        Assert.Equal(["on"], nest.DividingParents("hamilton", Year));
    }

    [Fact]
    public void only_alignments_in_force_in_the_period_count()
    {
        var nest = Nest(("on", "ca")).With("hamilton", new DatedAlignment("on", new DateOnly(2021, 12, 31), null, null));
        Assert.Equal(["hamilton", "on", "ca"], Attribution.Of(nest, "hamilton", Year, ""));
        Assert.Equal(["hamilton"], Attribution.Of(nest, "hamilton", Period.Parse("2020")!, ""));
        var ended = nest.With("on", new DatedAlignment("ca", null, new DateOnly(2020, 12, 31), null));
        Assert.Equal(["hamilton", "on"], Attribution.Of(ended, "hamilton", Year, ""));
    }

    [Fact]
    public void a_change_of_parents_within_a_period_divides_it()
    {
        var nest = Nest(("on", "ca"), ("qc", "ca"))
            .With("og", new DatedAlignment("on", null, new DateOnly(2021, 6, 30), null))
            .With("og", new DatedAlignment("qc", new DateOnly(2021, 7, 1), null, null));
        Assert.Equal(["on", "qc"], nest.DividingParents("og", Year));
        Assert.Equal(["on"], nest.DividingParents("og", Period.Parse("2021-Q2")!));
    }

    [Fact]
    public void nothing_is_counted_twice_whatever_the_nest() => Prop.ForAll(Nests().ToArbitrary(), Gen.Choose(0, 11).ToArbitrary(), (nest, leaf) =>
    {
        var initiative = $"{leaf}";
        return nest.Parents(initiative, Year).Prepend("").All(part =>
        {
            var targets = Attribution.Of(nest, initiative, Year, part).ToList();
            return targets.Distinct().Count() == targets.Count && targets[0] == initiative;
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void parts_reach_all_that_lies_above_and_nothing_else() => Prop.ForAll(Nests().ToArbitrary(), Gen.Choose(0, 11).ToArbitrary(), (nest, leaf) =>
    {
        var initiative = $"{leaf}";
        var above = nest.Parents(initiative, Year).SelectMany(part => Attribution.Of(nest, initiative, Year, part)).ToHashSet();
        above.Add(initiative);
        return above.SetEquals(nest.Ancestors(initiative, Year).Append(initiative));
    }).QuickCheckThrowOnFailure();

    private static NestState Nest(params (string Child, string Parent)[] alignments) => alignments.Aggregate(
        NestState.Empty, (nest, pair) => nest.With(pair.Child, new DatedAlignment(pair.Parent, null, null, null)));

    /// <summary>Twelve initiatives, each aligned with some of those with a larger number.</summary>
    private static Gen<NestState> Nests() =>
        from pairs in (from child in Gen.Choose(0, 10) from parent in Gen.Choose(1, 11) where parent > child select ($"{child}", $"{parent}")).ListOf()
        select Nest([.. pairs]);
}
