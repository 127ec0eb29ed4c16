using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.NestFolder.Words;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.Indicator.Types;

namespace CollectiveImpact.NestFolder.Indicators;

internal static class IndicatorsFile
{
    public const string Name = "indicators.csv";
    private const int Id = 0, Unit = 1, KindName = 2, DirectionName = 3, English = 4, French = 5, UnitFrench = 6, Additive = 7;
    private const int LongestUnit = 60;

    private static readonly TableShape Shape =
        new(Name, Required: 4, "id", "unit", "kind", "direction", "name_en", "name_fr", "unit_fr", "additive");

    public static IndicatorDraft Read(string directory, FaultList faults)
    {
        var mentioned = new Dictionary<string, int>();
        var rows = new List<IndicatorRow>();
        foreach (var row in Table.Read(directory, Shape, optional: false, faults))
        {
            if (!mentioned.TryAdd(row[Id], row.Number))
                row.Fault(Id, $"{Quote.Of(row[Id])} is there already, in row {mentioned[row[Id]]}; write each indicator once");
            else if (Read(row) is { } indicator)
                rows.Add(indicator);
        }
        var incomplete = faults.IsIncomplete(Name);
        return new(rows, id => incomplete || mentioned.ContainsKey(id));
    }

    private static IndicatorRow? Read(TableRow row)
    {
        var sound = row.Demand(Ids.IsId(row[Id]), Id, $"{Quote.Of(row[Id])} is no id; {Ids.Rule}");
        sound &= row.Demand(
            IsUnit(row[Unit]) && row[Unit].Length + row[UnitFrench].Length > 0,
            Unit, $"{Quote.Of(row[Unit])} is no unit; say what is counted in 1 to {LongestUnit} characters, like households");
        sound &= row.Demand(
            IsUnit(row[UnitFrench]), UnitFrench, $"{Quote.Of(row[UnitFrench])} is no unit; say what is counted in at most {LongestUnit} characters, like ménages");
        var kind = ToKind(row[KindName]);
        sound &= row.Demand(
            kind != Kind.Unspecified, KindName, $"{Quote.Of(row[KindName])} is no kind; write count, ratio, mean or value");
        var direction = ToDirection(row[DirectionName]);
        sound &= row.Demand(
            direction != Direction.Unspecified, DirectionName,
            $"{Quote.Of(row[DirectionName])} is no direction; write up where more is better, down where less is");
        sound &= row.Demand(
            row[Additive] is "" or "yes" or "no", Additive, $"{Quote.Of(row[Additive])} is not yes or no; write yes where cells add up to the total");
        sound &= row.Demand(
            kind != Kind.Value || row[Additive] != "yes", Additive, "the cells of a value (a median, an index) do not add up; write no");
        return Names.Read(row, English, French) is { } name && sound
            ? new(
                row.Number, row[Id], name, new Text { En = row[Unit], Fr = row[UnitFrench] }, kind, direction,
                row[Additive] != "no" && kind != Kind.Value, PeriodKind.Unspecified, [])
            : null;
    }

    private static bool IsUnit(string text) => text.Length <= LongestUnit && !text.Any(char.IsControl);

    private static Kind ToKind(string text) => text switch
    {
        "count" => Kind.Count,
        "ratio" => Kind.Ratio,
        "mean" => Kind.Mean,
        "value" => Kind.Value,
        _ => Kind.Unspecified,
    };

    private static Direction ToDirection(string text) => text switch
    {
        "up" => Direction.Up,
        "down" => Direction.Down,
        _ => Direction.Unspecified,
    };
}
