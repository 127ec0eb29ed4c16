using System.Text.Unicode;
using CsvHelper;

namespace CollectiveImpact.NestFolder.Reading;

/// <summary>Reads a CSV file row by row, each with the columns in the order of its shape.</summary>
internal static class Table
{
    // A quote that is never closed must not swallow the file.
    private const int LargestRecord = 64 * 1024;

    /// <summary>The rows that have a text for every column. What is wrong with the others is collected.</summary>
    public static IEnumerable<TableRow> Read(string directory, TableShape shape, bool optional, FaultList faults)
    {
        var path = Path.Combine(directory, shape.File);
        if (!File.Exists(path))
        {
            if (!optional)
                faults.AddLost(shape.File, 0, "", $"the file is missing; its columns are {shape.Listed}");
            yield break;
        }

        var before = faults.Count;
        var malformed = new HashSet<long>();
        using var reader = Open(path, shape, malformed, faults);
        if (reader is null || !Advance(reader, shape, faults))
        {
            if (faults.Count == before)
                faults.AddLost(shape.File, 0, "", $"the file is empty; its first row is {shape.Listed}");
            yield break;
        }

        var header = Header.Read(reader, shape, faults);
        while (header is not null && Advance(reader, shape, faults))
        {
            if (!malformed.Contains(reader.LineNumber) && Values(reader, header, shape, faults) is { } values)
                yield return new(shape.File, (int)reader.LineNumber, shape.Columns, values, faults);
        }
    }

    private static CsvReader? Open(string path, TableShape shape, HashSet<long> malformed, FaultList faults)
    {
        var options = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            MaxRecordSize = LargestRecord,
            OnMalformedRecord = record =>
            {
                malformed.Add(record.LineNumber);
                faults.AddLost(shape.File, (int)record.LineNumber, "", Explain(record.Reason));
            },
        };
        try
        {
            return CsvReader.FromFile(path, options, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.AddLost(shape.File, 0, "", $"the file cannot be read: {e.Message}");
            return null;
        }
    }

    private static bool Advance(CsvReader reader, TableShape shape, FaultList faults)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            faults.AddLost(shape.File, (int)e.LineNumber, "", $"the row is longer than {LargestRecord:N0} bytes; is a quote never closed?");
        }
        catch (IOException e)
        {
            faults.AddLost(shape.File, 0, "", $"the file cannot be read: {e.Message}");
        }
        return false;
    }

    private static string[]? Values(CsvReader reader, Header header, TableShape shape, FaultList faults)
    {
        var line = (int)reader.LineNumber;
        if (reader.FieldCount != header.Width)
        {
            faults.AddLost(shape.File, line, "", $"the row has {reader.FieldCount} values, the header {header.Width}; write a comma for each value left empty, and quotes around a value that holds a comma");
            return null;
        }
        var values = new string[header.Places.Length];
        for (var column = 0; column < values.Length; column++)
        {
            var place = header.Places[column];
            if (place >= 0 && !Utf8.IsValid(reader.GetSpan(place)))
            {
                faults.AddLost(shape.File, line, shape.Columns[column], $"{Quote.Of(reader.GetString(place))} is not UTF-8; save the file as UTF-8");
                return null;
            }
            values[column] = place < 0 ? "" : reader.GetString(place);
        }
        return values;
    }

    private static string Explain(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quote is never closed; end the value with \"",
        CsvMalformedReason.TextAfterClosingQuote => "there is text after a closing quote; write a quote within a value twice",
        _ => "there is a quote within a value; put the whole value in quotes and write the one within twice",
    };
}
