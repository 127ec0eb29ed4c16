namespace CollectiveImpact.NestFolder.Indicators;

/// <summary>
/// What <c>indicators.csv</c> says, while faults are still being looked for. An indicator whose row has a fault is known
/// and not found: what refers to it is no fault of its own.
/// </summary>
internal sealed class IndicatorDraft(IReadOnlyList<IndicatorRow> rows, Func<string, bool> isKnown)
{
    private readonly Dictionary<string, IndicatorRow> byId = rows.ToDictionary(row => row.Id);

    public IReadOnlyList<IndicatorRow> Rows => rows;

    public bool IsKnown(string id) => isKnown(id);

    public IndicatorRow? Find(string id) => byId.GetValueOrDefault(id);
}
