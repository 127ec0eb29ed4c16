using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Initiatives;

/// <summary>One indicator at one initiative.</summary>
/// <param name="Total">Its series over everything; null where the state says why.</param>
/// <param name="Cells">Its disaggregations, as many as the page has room for.</param>
/// <param name="CellCount">How many disaggregations there are.</param>
/// <param name="CellsUnreachable">Whether some of them could not be asked for.</param>
/// <param name="Absence">Why there is none, where the state does not say it.</param>
/// <param name="Periods">Of an indicator that is shown per place: periods in which the others have figures.</param>
public sealed record IndicatorPanel(
    string Initiative,
    Indicator Indicator,
    PanelState State,
    SeriesView? Total,
    IReadOnlyList<SeriesView> Cells,
    int CellCount,
    bool CellsUnreachable,
    Absence Absence,
    IReadOnlyList<string> Periods);
