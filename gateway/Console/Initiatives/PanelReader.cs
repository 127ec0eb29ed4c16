using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Initiatives;

/// <summary>Reads the series of several indicators at once, and then those of their cells.</summary>
internal sealed class PanelReader(NestCalls calls)
{
    public async Task<IReadOnlyList<IndicatorPanel>> Read(
        string initiative, IReadOnlyList<Indicator> indicators, int cells, CancellationToken cancellationToken)
    {
        var panels = await Task.WhenAll(
            indicators.Select(indicator => Read(initiative, indicator, cells, cancellationToken)));
        return [.. panels.Select(panel => panel.State == PanelState.PerPlace ? WithPeriods(panel, panels) : panel)];
    }

    /// <summary>One indicator with all of its cells; without a panel where it is unknown or has no series here.</summary>
    public async Task<Answer<IndicatorPanel>> ReadOne(
        string initiative, string indicator, int cells, CancellationToken cancellationToken)
    {
        var answer = await calls.GetSeries(initiative, indicator, cell: "", cancellationToken);
        return answer.Has(out var series)
            ? new(Outcome.Given, await Panel(initiative, series.Indicator, series, cells, cancellationToken), Absence.Unknown)
            : new(answer.Outcome, null, answer.Absence);
    }

    private async Task<IndicatorPanel> Read(
        string initiative, Indicator indicator, int cells, CancellationToken cancellationToken)
    {
        var answer = await calls.GetSeries(initiative, Links.KeyOf(indicator), cell: "", cancellationToken);
        if (answer.Has(out var series))
            return await Panel(initiative, indicator, series, cells, cancellationToken);
        var state = answer.Outcome switch
        {
            Outcome.NotFound => PanelState.Empty,
            Outcome.Refused when indicator.Kind == Indicator.Types.Kind.Value => PanelState.PerPlace,
            _ => PanelState.Unreachable,
        };
        return new(initiative, indicator, state, null, [], 0, false, answer.Absence, []);
    }

    private async Task<IndicatorPanel> Panel(
        string initiative, Indicator indicator, Series total, int most, CancellationToken cancellationToken)
    {
        var names = total.Cells.Where(cell => cell.Length > 0).ToList();
        var cells = await Task.WhenAll(names.Take(most).Select(
            cell => calls.GetSeries(initiative, Links.KeyOf(indicator), cell, cancellationToken)));
        var empty = total.Points.Count == 0 && names.Count == 0;
        return new(
            initiative,
            indicator,
            empty ? PanelState.Empty : PanelState.Figures,
            SeriesView.Of(indicator, total),
            [.. cells.Select(cell => cell.Value).OfType<Series>().Select(cell => SeriesView.Of(indicator, cell))],
            names.Count,
            cells.Any(cell => cell.Outcome == Outcome.Unreachable),
            Absence.Unknown,
            []);
    }

    // A value has no series to take its periods from; its neighbours are reported for the same ones.
    private static IndicatorPanel WithPeriods(IndicatorPanel panel, IReadOnlyList<IndicatorPanel> panels) => panel with
    {
        Periods = [.. panels
            .Where(other => other.Indicator.PeriodKind == panel.Indicator.PeriodKind)
            .SelectMany(other => other.Total?.Rows ?? [])
            .Select(row => row.Period)
            .Distinct()
            .Order(StringComparer.Ordinal)],
    };
}
