using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>A figure that somebody else publishes, kept beside the series it is held against.</summary>
internal sealed class PublishedKind(TimeProvider time) : IKind
{
    public const string Kind = "published";
    private const int LongestSource = 500;

    public string Name => Kind;

    public Travel Travel => Travel.Up;

    public bool Recalled => false;

    public static DocumentKey Key(TotalKey figure) => new(figure.Initiative, Kind, $"{figure.Indicator}/{figure.Period}/{figure.Cell}");

    /// <summary>Checks a published figure, and puts it into its one form.</summary>
    public static CallFault? Read(Indicator indicator, PublishedFigure said, out TotalKey key, out PublishedFigure published)
    {
        (key, published) = (default, null!);
        if (Period.Read("period", said.Period, out var period) is { } periodFault) return periodFault;
        if (Cell.Read("cell", said.Cell, out var cell) is { } cellFault) return cellFault;
        if (Check.Length("source", said.Source, LongestSource) is { } sourceFault) return sourceFault;
        if (period.Kind != indicator.PeriodKind)
            return CallFault.Invalid("period", $"`{period.Text}` is a {period.Kind}, and {indicator.Indicator_} is reported by {indicator.PeriodKind}");
        key = new TotalKey(said.Initiative, IndicatorKey.Of(indicator), cell.Text, period.Text);
        if (said.Withdraw) return null;
        if (ReportContent.ReadFigure(indicator, "value", said.Value, "denominator", said.Denominator, out var value, out var denominator) is { } malformed)
            return malformed;
        if (Tolerance("tolerance", said.Tolerance, out var tolerance) is { } toleranceFault) return toleranceFault;
        if (Tolerance("denominator_tolerance", said.DenominatorTolerance, out var denominatorTolerance) is { } underFault) return underFault;
        published = new PublishedFigure
        {
            Initiative = said.Initiative,
            Indicator = indicator.Indicator_,
            Period = period.Text,
            Cell = cell.Text,
            Value = value.ToString(),
            Denominator = indicator.HasDenominator() ? denominator.ToString() : "",
            Tolerance = tolerance.ToString(),
            DenominatorTolerance = indicator.HasDenominator() ? denominatorTolerance.ToString() : "",
            Source = said.Source,
        };
        return null;
    }

    public RefusalReason? Refuse(NodeStanding standing, StoredDocument document, StoredDocument? former, LinkPeer peer)
    {
        var content = document.Content;
        if (FunctionHolding.Refuse(standing, document, Function.EstablishSharedMeasurement, time.Today()) is { } refusal)
            return refusal;
        if (content.Deleted) return null;
        if (content.Id.Split('/') is not [var definer, var id, ..]) return $"`{Check.Shown(content.Id)}` names no figure";
        if (standing.Indicators.Find(definer, id) is not { } indicator) return $"indicator {definer}/{id} is not known here";
        var said = PublishedFigure.Parser.ParseFrom(content.Payload);
        return Read(indicator, said, out var key, out _) is { } fault ? fault.Text
            : Key(key) == document.Key ? null
            : "a published figure's id is its indicator, period and cell";
    }

    public void Follow(LogTransaction transaction, Step step)
    {
        // It is read from its document.
    }

    private static CallFault? Tolerance(string field, string text, out Figure tolerance)
    {
        tolerance = Figure.Zero;
        if (text.Length == 0) return null;
        return Figure.Read(field, text, out tolerance)
            ?? (tolerance.CompareTo(Figure.Zero) < 0 ? CallFault.Invalid(field, $"is {text}; a tolerance is zero or more") : null);
    }
}
