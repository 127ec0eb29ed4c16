using CollectiveImpact.NestFolder.Labels;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.Indicator.Types;

namespace CollectiveImpact.NestFolder.Indicators;

/// <summary>A row of <c>indicators.csv</c>.</summary>
/// <param name="Row">The line on which it stands.</param>
/// <param name="Id">The indicator's id, unique in the folder.</param>
/// <param name="Name">Its name, in at least one language.</param>
/// <param name="Unit">What is counted; empty in both languages where the file leaves it out.</param>
/// <param name="Kind">How its figures add.</param>
/// <param name="Direction">Which way is better; unspecified where the file leaves it out.</param>
/// <param name="Additive">Whether the cells of a report add up to its total.</param>
/// <param name="PeriodKind">The kind of period in which it is reported: as the file says, or else the observations.</param>
/// <param name="DefinedBy">The initiative that defines it; empty where those at the top do.</param>
/// <param name="Labels">What people call the cells it uses, as <c>cells.csv</c> says.</param>
public sealed record IndicatorRow(
    int Row, string Id, Text Name, Text Unit, Kind Kind, Direction Direction, bool Additive, PeriodKind PeriodKind, string DefinedBy,
    IReadOnlyList<LabelRow> Labels)
{
    /// <summary>What requests call it: its id, with its definer where that is not the top.</summary>
    public string FullName => DefinedBy.Length == 0 ? Id : $"{DefinedBy}/{Id}";

    /// <summary>Whether each figure has a denominator.</summary>
    public bool HasDenominator => Kind is Kind.Ratio or Kind.Mean;
}
