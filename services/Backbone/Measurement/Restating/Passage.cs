using System.Collections.Immutable;
using System.Numerics;
using CollectiveImpact.Backbone.Nest.History;

namespace CollectiveImpact.Backbone.Measurement.Restating;

/// <summary>What of an initiative's figure has come to whom, by the successions after it.</summary>
/// <param name="Initiative">To whom.</param>
/// <param name="Value">What of the figure.</param>
/// <param name="Denominator">And of its denominator.</param>
/// <param name="Path">By which successions, in the order of their days.</param>
internal sealed record Passage(string Initiative, Figure Value, Figure Denominator, ImmutableList<KnownSuccession> Path)
{
    /// <summary>Where a figure about a period that began on some day has come to by another. The parts add up to the figure.</summary>
    /// <param name="successions">Which initiatives passed into which.</param>
    /// <param name="initiative">Whose figure it is.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="began">The first day of the period: successions after it divide the figure.</param>
    /// <param name="day">The day whose shape is asked for.</param>
    public static IEnumerable<Passage> Of(Successions successions, string initiative, ReportedFigure figure, DateOnly began, DateOnly day) =>
        Follow(successions, new Passage(initiative, figure.Value, figure.Denominator, []), began, day);

    // Days go on with each step, so it ends, though initiatives pass into one another and back.
    private static IEnumerable<Passage> Follow(Successions successions, Passage from, DateOnly after, DateOnly day)
    {
        if (successions.Next(from.Initiative, after, day) is not { } next) return [from];
        var weights = next.Shares.Select(share => share.Weight).ToList();
        var (values, denominators) = (Divide(from.Value, weights), Divide(from.Denominator, weights));
        return next.Shares.SelectMany((share, i) => Follow(
            successions, new Passage(share.Successor, values[i], denominators[i], from.Path.Add(next)), next.Day, day));
    }

    /// <summary>
    /// Divides a figure by weights, to the billionth: each part is what the weights up to and with its own make of the
    /// whole, half to even, less what those before it make. So parts add up, and none is off by more than a billionth.
    /// </summary>
    public static IReadOnlyList<Figure> Divide(Figure figure, IReadOnlyList<Figure> weights)
    {
        var all = weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + (BigInteger)weight.Billionths);
        var parts = new Figure[weights.Count];
        var (sum, before) = (BigInteger.Zero, Figure.Zero);
        for (var i = 0; i < weights.Count; i++)
        {
            sum += (BigInteger)weights[i].Billionths;
            var upTo = figure.Share(sum, all);
            (parts[i], before) = (upTo - before, upTo);
        }

        return parts;
    }
}
