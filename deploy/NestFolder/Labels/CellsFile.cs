using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.NestFolder.Words;

namespace CollectiveImpact.NestFolder.Labels;

internal static class CellsFile
{
    public const string Name = "cells.csv";
    public const string CellColumn = "cell";
    private const int Cell = 0, English = 1, French = 2;

    private static readonly TableShape Shape = new(Name, Required: 1, CellColumn, "name_en", "name_fr");

    public static IReadOnlyList<LabelRow> Read(string directory, FaultList faults)
    {
        var mentioned = new Dictionary<string, int>();
        var rows = new List<LabelRow>();
        foreach (var row in Table.Read(directory, Shape, optional: true, faults))
        {
            if (!mentioned.TryAdd(row[Cell], row.Number))
            {
                row.Fault(Cell, $"{Quote.Of(row[Cell])} is there already, in row {mentioned[row[Cell]]}; write each once");
                continue;
            }
            var sound = row.Demand(
                Cells.IsDimensionOrValue(row[Cell]), Cell,
                $"{Quote.Of(row[Cell])} is neither a dimension nor one of its values; write tenure or tenure=renter");
            if (Names.Read(row, English, French) is { } name && sound)
                rows.Add(new(row.Number, row[Cell], name));
        }
        return rows;
    }
}
