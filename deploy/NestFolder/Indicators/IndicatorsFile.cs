using CollectiveImpact.NestFolder.Initiatives;
using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.NestFolder.Words;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.Indicator.Types;

namespace CollectiveImpact.NestFolder.Indicators;

internal static class IndicatorsFile
{
    public const string Name = "indicators.csv";
    private const int Id = 0, Unit = 1, KindName = 2, DirectionName = 3, English = 4, French = 5, UnitFrench = 6, Additive = 7, PeriodName = 8, DefinedBy = 9;
    private const int LongestUnit = 60;

    private static readonly TableShape Shape = new(
        Name, Required: 4,
        "id", "unit", "kind", "direction", "name_en", "name_fr", "unit_fr", "additive", "period", "defined_by");

    private static readonly (string Word, Kind Kind)[] Kinds =
        [("count", Kind.Count), ("ratio", Kind.Ratio), ("mean", Kind.Mean), ("value", Kind.Value)];

    private static readonly (string Word, Direction Direction)[] Directions = [("up", Direction.Up), ("down", Direction.Down)];

    public static IndicatorDraft Read(string directory, InitiativeDraft initiatives, FaultList faults)
    {
        var mentioned = new Dictionary<string, int>();
        var rows = new List<IndicatorRow>();
        foreach (var row in Table.Read(directory, Shape, optional: false, faults))
        {
            if (!mentioned.TryAdd(row[Id], row.Number))
                row.Fault(Id, $"{Quote.Of(row[Id])} is there already, in row {mentioned[row[Id]]}; write each indicator once");
            else if (Read(row, initiatives) is { } indicator)
                rows.Add(indicator);
        }
        var incomplete = faults.IsIncomplete(Name);
        return new(rows, id => incomplete || mentioned.ContainsKey(id));
    }

    private static IndicatorRow? Read(TableRow row, InitiativeDraft initiatives)
    {
        var sound = row.Demand(Ids.IsId(row[Id]), Id, $"{Quote.Of(row[Id])} is no id; {Ids.Rule}");
        sound &= row.Demand(
            IsUnit(row[Unit]), Unit, $"{Quote.Of(row[Unit])} is no unit; say what is counted in at most {LongestUnit} characters, like households");
        sound &= row.Demand(
            IsUnit(row[UnitFrench]), UnitFrench, $"{Quote.Of(row[UnitFrench])} is no unit; say what is counted in at most {LongestUnit} characters, like ménages");
        var kind = ToKind(row[KindName]);
        sound &= row.Demand(
            kind != Kind.Unspecified, KindName, $"{Quote.Of(row[KindName])} is no kind; write count, ratio, mean or value");
        var direction = ToDirection(row[DirectionName]);
        sound &= row.Demand(
            row[DirectionName].Length == 0 || direction != Direction.Unspecified, DirectionName,
            $"{Quote.Of(row[DirectionName])} is no direction; write up where more is better, down where less is, nothing where neither is");
        sound &= row.Demand(
            row[Additive] is "" or "yes" or "no", Additive, $"{Quote.Of(row[Additive])} is not yes or no; write yes where cells add up to the total");
        sound &= row.Demand(
            kind != Kind.Value || row[Additive] != "yes", Additive, "the cells of a value (a median, an index) do not add up; write no");
        var period = Periods.Named(row[PeriodName]);
        sound &= row.Demand(
            row[PeriodName].Length == 0 || period != PeriodKind.Unspecified, PeriodName,
            $"{Quote.Of(row[PeriodName])} is no kind of period; write year, quarter, month, week or range");
        sound &= row.Demand(
            row[DefinedBy].Length == 0 || initiatives.IsKnown(row[DefinedBy]), DefinedBy,
            $"{Quote.Of(row[DefinedBy])} is not in {InitiativesFile.Name}; add it there, or leave it empty where the top defines it");
        return Names.Read(row, English, French) is { } name && sound
            ? new(
                row.Number, row[Id], name, new Text { En = row[Unit], Fr = row[UnitFrench] }, kind, direction,
                row[Additive] != "no" && kind != Kind.Value, period, row[DefinedBy], [])
            : null;
    }

    private static bool IsUnit(string text) => text.Length <= LongestUnit && !text.Any(char.IsControl);

    public static string Word(Kind kind) => Kinds.First(pair => pair.Kind == kind).Word;

    /// <summary>Empty where the indicator says nothing of which way is better.</summary>
    public static string Word(Direction direction) => Directions.FirstOrDefault(pair => pair.Direction == direction).Word ?? "";

    private static Kind ToKind(string text) => Kinds.FirstOrDefault(pair => pair.Word == text).Kind;

    private static Direction ToDirection(string text) => Directions.FirstOrDefault(pair => pair.Word == text).Direction;
}
