using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Measurement.Restating;
using CollectiveImpact.Backbone.Nest.History;
using CollectiveImpact.Backbone.Tests.Network;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Backbone.Tests.Nest.History;

/// <summary>Whatever splits and merges, figures under the shape that came of it add up to what they were.</summary>
public sealed class RestatingPropertyTests
{
    private static readonly DateOnly Began = new(2020, 1, 1), Today = new(2026, 1, 1);

    private static readonly Gen<Figure> Figures =
        from digits in Gen.Choose(-1_000_000_000, 1_000_000_000)
        from scale in Gen.Elements(1L, 1_000L, 1_000_000_000L, 1_000_000_000_000L)
        select new Figure((Int128)digits * scale);

    private static readonly Gen<Figure[]> Weights = Gen.ArrayOf(
        from digits in Gen.Choose(1, 1_000_000)
        from scale in Gen.Elements(1L, 1_000_000_000L)
        select new Figure((Int128)digits * scale)).Where(weights => weights.Length is > 0 and <= 50);

    [Fact]
    public void parts_add_up_to_the_figure_and_each_is_within_a_billionth_of_its_share() => Prop.ForAll(
        (from figure in Figures from weights in Weights select (figure, weights)).ToArbitrary(),
        each =>
        {
            var parts = Passage.Divide(each.figure, each.weights);
            var all = each.weights.Aggregate(Figure.Zero, (sum, weight) => sum + weight);
            return parts.Aggregate(Figure.Zero, (sum, part) => sum + part) == each.figure
                && parts.Zip(each.weights).All(pair => Off(each.figure, pair.Second, all, pair.First) <= 1m);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_split_and_its_inverse_merge_restate_to_the_same_figure() => Prop.ForAll(
        (from figure in Figures from weights in Weights select (figure, weights)).ToArbitrary(),
        each =>
        {
            var successions = Stand(Successions.None, "whole", new DateOnly(2021, 1, 1), each.weights);
            for (var i = 0; i < each.weights.Length; i++) successions = Stand(successions, $"part-{i}", new DateOnly(2022, 1, 1), [new Figure(1)], "whole");
            var came = Passage.Of(successions, "whole", new ReportedFigure("", "", each.figure, each.figure), Began, Today).ToList();
            return came.All(passage => passage.Initiative == "whole")
                && came.Aggregate(Figure.Zero, (sum, passage) => sum + passage.Value) == each.figure
                && came.Aggregate(Figure.Zero, (sum, passage) => sum + passage.Denominator) == each.figure;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task whatever_locals_split_into_and_merge_their_provinces_figure_stays_and_those_of_all_that_are_left_add_up_to_it()
    {
        await using var nest = await TestNest.StartAsync();
        await nest.Local.Define("ca.on.hamilton", "rate", Indicator.Types.Kind.Ratio);
        var number = 0;
        foreach (var course in Gen.ArrayOf(Gen.Choose(0, 999)).Where(steps => steps.Length >= 4).Sample(8, 6))
            await RunAsync(nest, $"ca.run{number++}", course);
    }

    // Each course has a province of its own, so that they don't meet.
    private static async Task RunAsync(TestNest nest, string province, int[] course)
    {
        await nest.Provincial.Register(province, Level.Provincial, "ca");
        await Words.Until(() => nest.Local.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = province }).ResponseAsync, _ => true);
        List<string> living = [];
        for (var i = 0; i < 3; i++)
        {
            living.Add($"{province}.place{i}");
            await nest.Local.Register(living[i], Level.Local, province);
            foreach (var year in new[] { "2019", "2020" }) await nest.Local.Say(living[i], year, Words.Figure($"{course[i] * 7 + i}.5"));
        }

        var day = new DateOnly(2021, 1, 1);
        foreach (var (step, at) in course.Select((step, at) => (step, at)))
        {
            day = day.AddDays(1 + step % 200);
            var from = living[step % living.Count];
            var into = Enumerable.Range(0, 1 + step / 7 % 3).Select(i => $"{province}.new{at}-{i}").ToList();
            foreach (var id in into) await nest.Local.Register(id, Level.Local, province);
            // Now and then it goes on, or another that lives takes it over.
            if (step % 3 == 0) into.Add(from);
            if (step % 5 == 0) into.Add(living[(step + 1) % living.Count]);
            await nest.Local.PassAccepted(from, $"{day:yyyy-MM-dd}", [.. into.Distinct().Select((id, i) => (id, $"{1 + (step + i) % 11}"))]);
            if (!into.Contains(from)) living.Remove(from);
            living = [.. living.Union(into)];
        }

        var after = $"{day.AddDays(1):yyyy-MM-dd}";
        var was = await Words.Until(() => nest.Provincial.Series(province), series => series.Points.Count == 2 && series.Points.All(point => point.Contributions == 3));
        var restated = await Words.Until(() => nest.Provincial.Restated(province, after), series => series.Points.Select(point => point.Value).SequenceEqual(was.Points.Select(point => point.Value)));
        Assert.Equal(was.Points.Select(point => point.Value), restated.Points.Select(point => point.Value));
        foreach (var year in was.Points.Select(point => point.Period))
        {
            var sum = Figure.Zero;
            foreach (var each in living)
                if ((await nest.Local.Restated(each, after)).Points.FirstOrDefault(point => point.AsWas.Period == year)?.Value is { Length: > 0 } value) sum += Figure.Stored(value);
            Assert.Equal(was.Points.Single(point => point.Period == year).Value, sum.ToString());
        }
    }

    private static Successions Stand(Successions successions, string initiative, DateOnly day, Figure[] weights, string into = "")
    {
        var succession = new KnownSuccession(initiative, day, [.. weights.Select((weight, i) => (into.Length > 0 ? into : $"part-{i}", weight))], "0.1");
        return succession.Others.Aggregate(successions.With(succession), (stand, successor) => stand.With(
            successor, (initiative, succession.Id), new SuccessionAnswerRecord { Answer = InitiativeSuccession.Types.Answer.Accepted, Revision = "0.1" }));
    }

    // How many billionths a part is off its share, which has more digits than a figure.
    private static decimal Off(Figure figure, Figure weight, Figure all, Figure part)
    {
        var (share, rest) = System.Numerics.BigInteger.DivRem((System.Numerics.BigInteger)figure.Billionths * (System.Numerics.BigInteger)weight.Billionths, (System.Numerics.BigInteger)all.Billionths);
        return Math.Abs((decimal)((System.Numerics.BigInteger)part.Billionths - share) - (decimal)rest / (decimal)(System.Numerics.BigInteger)all.Billionths);
    }
}
