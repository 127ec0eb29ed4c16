using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Measurement.Learning;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Backbone.Tests.Measurement.Learning;

/// <summary>The parts of a rate's change.</summary>
public sealed class FigurePartsTests
{
    private static readonly Gen<(Figure, Figure)?> Side =
        from there in Gen.Choose(0, 5)
        from value in Gen.Choose(0, 1_000_000)
        from more in Gen.Choose(1, 1_000_000)
        select there == 0 ? ((Figure, Figure)?)null : (new Figure((Int128)value * 10_000_000), new Figure((Int128)(value + more) * 10_000_000));

    private static readonly Gen<TwoFigures[]> Parts = (from before in Side from after in Side select new TwoFigures(before, after)).ArrayOf()
        .Where(parts => parts.Any(part => part.From is not null) && parts.Any(part => part.To is not null));

    [Fact]
    public void the_parts_add_up_to_the_change_exactly() => Prop.ForAll(Parts.ToArbitrary(), parts =>
    {
        var (change, shares) = FigureParts.Rates(parts, Whole(parts));
        return shares.Aggregate(Figure.Zero, (sum, share) => sum + share) == change;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void the_change_is_that_of_the_two_rates_but_for_their_rounding() => Prop.ForAll(Parts.ToArbitrary(), parts =>
    {
        var whole = Whole(parts);
        var rates = Figure.Stored(whole.To!.Value.Value.Over(whole.To.Value.Denominator)) - Figure.Stored(whole.From!.Value.Value.Over(whole.From.Value.Denominator));
        return (FigureParts.Rates(parts, whole).Whole - rates).Abs().CompareTo(new Figure(2)) <= 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void no_part_is_rounded_by_more_than_a_billionth() => Prop.ForAll(Parts.ToArbitrary(), parts =>
    {
        var whole = Whole(parts);
        var (_, shares) = FigureParts.Rates(parts, whole);
        return parts.Zip(shares).All(each => Math.Abs(Exact(each.First, whole) - (double)each.Second.Billionths / 1e9) < 1.1e-9);
    }).QuickCheckThrowOnFailure();

    private static double Exact(TwoFigures part, TwoFigures whole) =>
        Number(part.To?.Value) / Number(whole.To!.Value.Denominator) - Number(part.From?.Value) / Number(whole.From!.Value.Denominator);

    private static double Number(Figure? figure) => (double)(figure?.Billionths ?? 0) / 1e9;

    private static TwoFigures Whole(TwoFigures[] parts) => new(Sum(parts.Select(part => part.From)), Sum(parts.Select(part => part.To)));

    private static (Figure, Figure)? Sum(IEnumerable<(Figure Value, Figure Denominator)?> sides) => sides.OfType<(Figure Value, Figure Denominator)>()
        .Aggregate((Value: Figure.Zero, Denominator: Figure.Zero), (sum, side) => (sum.Value + side.Value, sum.Denominator + side.Denominator));
}
