using CsvHelper;

namespace CollectiveImpact.NestFolder.Reading;

/// <summary>A file's first row: where each column stands.</summary>
internal sealed class Header
{
    private Header(int[] places, int width)
    {
        Places = places;
        Width = width;
    }

    /// <summary>For each column of the shape its place in the file; -1 where it was left out.</summary>
    public int[] Places { get; }

    public int Width { get; }

    /// <summary>The header, or null and its faults.</summary>
    public static Header? Read(CsvReader reader, TableShape shape, FaultList faults)
    {
        var line = (int)reader.LineNumber;
        var places = new int[shape.Columns.Length];
        Array.Fill(places, -1);
        var sound = true;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var name = reader.GetString(i);
            var column = Array.IndexOf(shape.Columns, name);
            if (column < 0)
                Fault("", $"{Quote.Of(name)} is no column of this file; {Hint(name, reader.FieldCount, shape)}");
            else if (places[column] >= 0)
                Fault(name, "the column is there twice; keep one");
            else
                places[column] = i;
        }
        for (var column = 0; column < shape.Required; column++)
        {
            if (places[column] < 0)
                Fault(shape.Columns[column], $"the column is missing; the header is {shape.Listed}");
        }
        return sound ? new(places, reader.FieldCount) : null;

        void Fault(string column, string message)
        {
            sound = false;
            faults.AddLost(shape.File, line, column, message);
        }
    }

    private static string Hint(string name, int width, TableShape shape) =>
        width == 1 && name.AsSpan().ContainsAny(";\t|")
            ? "separate columns with commas"
            : $"the columns are {shape.Listed}";
}
