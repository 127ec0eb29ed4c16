using System.Text;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;
using CsvHelper;

namespace CollectiveImpact.Console.Importing;

/// <summary>
/// A file of figures as people have them: comma separated, or with semicolons and decimal commas as spreadsheets write
/// them in French. A row is a figure; what is said of one place, indicator and period is one report.
/// </summary>
internal sealed class ImportFile
{
    public const int MostBytes = 5 << 20;

    private const int LargestRecord = 64 * 1024, MostFaults = 500;

    private static readonly string[] Columns = ["initiative", "indicator", "period", "cell", "part_of", "value", "denominator", "reporter"];
    private static readonly string[] Needed = ["indicator", "period", "value"];

    private readonly Words _words;
    private readonly string _initiative;
    private readonly Dictionary<string, Indicator> _indicators = [];
    private readonly List<FileFault> _faults = [];
    private readonly OrderedDictionary<(string, string, string, string), (ReportRequest Request, List<int> Lines, Dictionary<(string, string), int> Seen)> _reports = [];

    private ImportFile(string initiative, IEnumerable<Indicator> indicators, Words words)
    {
        (_initiative, _words) = (initiative, words);
        foreach (var indicator in indicators)
        {
            _indicators.TryAdd(Links.KeyOf(indicator), indicator);
            // The nearest that has the name is meant, as in a report.
            _indicators.TryAdd(indicator.Indicator_, indicator);
        }
    }

    /// <summary>What the file makes, and all that is wrong with it as far as can be seen here.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="initiative">Whose figures they are where a row says nothing.</param>
    /// <param name="indicators">Those that it reports.</param>
    /// <param name="words">The page's.</param>
    public static (IReadOnlyList<ImportedReport> Reports, IReadOnlyList<FileFault> Faults) Read(
        byte[] bytes, string initiative, IEnumerable<Indicator> indicators, Words words)
    {
        var file = new ImportFile(initiative, indicators, words);
        if (!Utf8(bytes, out var text))
            return ([], [new(0, "", words.NotUtf8)]);
        file.Read(text);
        var reports = file._reports.Values.Where(report => report.Lines.Count > 0).ToList();
        if (reports.Count == 0 && file._faults.Count == 0)
            file._faults.Add(new(0, "", words.EmptyFile(string.Join(", ", Columns))));
        return ([.. reports.Select(report => new ImportedReport(report.Request, report.Lines))], file._faults);
    }

    private void Read(string text)
    {
        var firstLine = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        var separator = firstLine.Count(';') > firstLine.Count(',') ? ';' : ',';
        var malformed = new HashSet<long>();
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LargestRecord,
            OnMalformedRecord = record =>
            {
                malformed.Add(record.LineNumber);
                _faults.Add(new((int)record.LineNumber, "", _words.BrokenQuote));
            },
        };
        using var reader = CsvReader.FromText(text, options);
        try
        {
            if (!reader.Read() || Header(reader) is not { } places)
                return;
            while (reader.Read() && _faults.Count < MostFaults)
                if (!malformed.Contains(reader.LineNumber) && !IsBlank(reader))
                    Take(Row(reader, places), separator == ';' ? Language.French : Language.English);
        }
        catch (CsvFormatException exception)
        {
            _faults.Add(new((int)exception.LineNumber, "", _words.BrokenQuote));
        }
    }

    /// <summary>Where each column stands; null where one that is needed is missing, or one is unknown.</summary>
    private int[]? Header(CsvReader reader)
    {
        var names = Enumerable.Range(0, reader.FieldCount).Select(place => reader.GetString(place).Trim().ToLowerInvariant()).ToList();
        foreach (var name in names.Where(name => name.Length > 0 && !Columns.Contains(name)))
            _faults.Add(new(1, name, _words.UnknownColumn(name, string.Join(", ", Columns))));
        foreach (var name in Needed.Where(name => !names.Contains(name)))
            _faults.Add(new(1, name, _words.MissingColumn(name, string.Join(", ", Columns))));
        return _faults.Count > 0 ? null : [.. Columns.Select(column => names.IndexOf(column))];
    }

    private ImportRow Row(CsvReader reader, int[] places)
    {
        var initiative = At("initiative");
        return new(
            (int)reader.LineNumber, initiative.Length > 0 ? initiative : _initiative, At("indicator"), At("period"), At("cell"), At("part_of"), At("value"),
            At("denominator"), At("reporter"));

        string At(string column) => places[Array.IndexOf(Columns, column)] is >= 0 and var place && place < reader.FieldCount ? reader.GetString(place).Trim() : "";
    }

    private void Take(ImportRow row, Language numbers)
    {
        var before = _faults.Count;
        Demand(InitiativeId.IsOne(row.Initiative), "initiative", _words.NoSuchId(row.Initiative));
        var indicator = _indicators.GetValueOrDefault(row.Indicator);
        Demand(indicator is not null || row.Initiative != _initiative, "indicator", _words.NoSuchIndicator(row.Indicator));
        if (Demand(Period.Parse(row.Period) is not null, "period", _words.NotAPeriod(row.Period)) && indicator is not null && PeriodForm.Of(indicator.PeriodKind) is var (shape, like))
            Demand(Period.Parse(row.Period)!.Kind == shape, "period", _words.NotThatPeriod(row.Period, like));
        // No figure is not reported; it is not zero.
        var (value, denominator) = (Number("value", row.Value), Number("denominator", row.Denominator));
        var report = Report(row);
        if (!report.Seen.TryAdd((row.Cell, row.PartOf), row.Line))
            _faults.Add(new(row.Line, "cell", _words.RowTwice(report.Seen[(row.Cell, row.PartOf)])));
        if (_faults.Count > before || row.Value.Length == 0)
            return;
        report.Request.Observations.Add(new Observation { Cell = row.Cell, PartOf = row.PartOf, Value = value, Denominator = denominator });
        report.Lines.Add(row.Line);

        bool Demand(bool holds, string column, string message)
        {
            if (!holds)
                _faults.Add(new(row.Line, column, message));
            return holds;
        }

        string Number(string column, string text)
        {
            if (text.Length == 0)
                return "";
            var number = TypedNumber.Read(text, numbers);
            Demand(number is not null, column, _words.NoNumber(text));
            return number ?? "";
        }
    }

    private (ReportRequest Request, List<int> Lines, Dictionary<(string, string), int> Seen) Report(ImportRow row)
    {
        var reporter = row.Reporter == row.Initiative ? "" : row.Reporter;
        var key = (row.Initiative, row.Indicator, row.Period, reporter);
        if (!_reports.TryGetValue(key, out var report))
            _reports.Add(key, report = (new ReportRequest { Initiative = row.Initiative, Indicator = row.Indicator, Period = row.Period, Reporter = reporter }, [], []));
        return report;
    }

    private static bool IsBlank(CsvReader reader) => Enumerable.Range(0, reader.FieldCount).All(place => string.IsNullOrWhiteSpace(reader.GetString(place)));

    private static bool Utf8(byte[] bytes, out string text)
    {
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }
}
