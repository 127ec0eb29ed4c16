using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.NestFolder.Words;
using static CollectiveImpact.V1.Indicator.Types;

namespace CollectiveImpact.NestFolder.Indicators;

/// <summary>The one kind of period of each indicator: what its own row says, or else that of the first row which reports it.</summary>
internal sealed class PeriodKinds(IReadOnlyList<IndicatorRow> indicators)
{
    private readonly Dictionary<string, (PeriodKind Kind, string Where)> kinds = indicators
        .Where(row => row.PeriodKind != PeriodKind.Unspecified)
        .ToDictionary(row => row.Id, row => (row.PeriodKind, $"{IndicatorsFile.Name}, row {row.Row}"));

    /// <summary>Whether the row's period is one, and of the same kind as the rows before.</summary>
    public bool Check(TableRow row, int column, string file, string indicator)
    {
        var kind = Periods.KindOf(row[column]);
        if (!row.Demand(kind != PeriodKind.Unspecified, column, $"{Quote.Of(row[column])} is no period; {Periods.Rule}"))
            return false;
        if (kinds.TryAdd(indicator, (kind, $"{file}, row {row.Number}")))
            return true;
        var (standing, where) = kinds[indicator];
        return row.Demand(
            kind == standing, column,
            $"{Quote.Of(row[column])} is a {Periods.Name(kind)}, and {indicator} is reported by {Periods.Name(standing)} ({where}); an indicator has one kind of period");
    }

    /// <summary>The indicators with their kind of period; a year where nothing is reported.</summary>
    public IReadOnlyList<IndicatorRow> AppliedTo(IReadOnlyList<IndicatorRow> rows) =>
        [.. rows.Select(row => row with { PeriodKind = kinds.TryGetValue(row.Id, out var found) ? found.Kind : PeriodKind.Year })];
}
