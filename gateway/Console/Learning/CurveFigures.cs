using CollectiveImpact.Console.Figures;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Learning;

/// <summary>Figures beside a curve: a forecast is said with no more digits than what was reported has.</summary>
internal sealed class CurveFigures(Curve curve, Measure measure)
{
    private readonly int _digits = curve.Points.Select(point => ExactDecimal.Parse(point.Value)?.Scale ?? 0).DefaultIfEmpty().Max();

    /// <summary>What people compare, as a number; null where there is none.</summary>
    public ExactDecimal? Read(SeriesPoint point) => measure.Shown(Amount.Of(point.Value, point.Denominator));

    /// <summary>Of a ratio or a mean the rate.</summary>
    public string Say(string figure) => ExactDecimal.Parse(figure) is { } parsed
        ? measure.Say(measure.IsQuotient ? parsed : parsed.Scale > _digits ? parsed.Round(_digits) : parsed)
        : figure;

    public string Say(SeriesPoint point) => Read(point) is { } shown ? measure.Say(shown) : "";
}
