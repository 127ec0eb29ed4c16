using System.Globalization;
using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Today;

/// <summary>Figures that are usually reported by now, and are not.</summary>
internal sealed class MeasureTodos(NestCalls calls, TimeProvider time)
{
    private const int MostIndicators = 12;

    public async Task<IEnumerable<Todo>> Read(Edition edition, string id, CancellationToken cancellationToken)
    {
        var listed = await calls.ListIndicators(id, MostIndicators, after: "", cancellationToken);
        var found = await Task.WhenAll((listed.Value?.Indicators ?? []).Select(indicator => Read(edition, id, indicator, cancellationToken)));
        return found.OfType<Todo>();
    }

    private async Task<Todo?> Read(Edition edition, string id, Indicator indicator, CancellationToken cancellationToken)
    {
        // Only where there is one for the period before: an indicator of every fifth year is not late in the four between.
        if (Last(indicator.PeriodKind, 1) is not { } due || Last(indicator.PeriodKind, 2) is not { } before)
            return null;
        var series = await calls.GetSeries(id, Links.KeyOf(indicator), cell: "", cancellationToken);
        return series.Has(out var known) && Has(known, before) && !Has(known, due)
            ? new(edition.Words.ToReport(edition.Name(indicator).Value, edition.Dates.Period(due)), edition.Links.Report(id, indicator, due))
            : null;
    }

    private static bool Has(Series series, string period) => series.Points.Any(point => point.Period == period && point.Value.Length > 0);

    /// <summary>The period that ended so many periods ago; null for a kind that has no next.</summary>
    private string? Last(Indicator.Types.PeriodKind kind, int ago)
    {
        var today = time.Today();
        var (quarter, month) = (today.AddMonths(-3 * ago), today.AddMonths(-ago));
        return kind switch
        {
            Indicator.Types.PeriodKind.Year => (today.Year - ago).ToString(CultureInfo.InvariantCulture),
            Indicator.Types.PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{quarter.Year}-Q{((quarter.Month - 1) / 3) + 1}"),
            Indicator.Types.PeriodKind.Month => month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
