using CollectiveImpact.NestFolder.Indicators;
using CollectiveImpact.NestFolder.Reports;
using CollectiveImpact.NestFolder.Words;
using CollectiveImpact.V1;

namespace CollectiveImpact.NestFolder.Requests;

/// <summary>The contract's requests that load a folder. Each says the same however often it is sent.</summary>
public sealed class FolderRequests(Folder folder)
{
    private readonly Dictionary<string, string> indicators = folder.Indicators.ToDictionary(row => row.Id, row => row.FullName);

    /// <summary>
    /// The initiatives with their alignments and the functions that they hold themselves, one level after the other,
    /// the highest first: an alignment can only name an initiative that is known.
    /// </summary>
    public IEnumerable<IReadOnlyList<RegisterInitiativeRequest>> Registrations()
    {
        var held = folder.Holdings.ToLookup(holding => holding.Initiative);
        return folder.Initiatives.Rows
            .GroupBy(row => row.Level)
            .OrderByDescending(level => level.Key)
            .Select(level => level.Select(row => new RegisterInitiativeRequest
            {
                Initiative = row.Id,
                Level = row.Level,
                Name = row.Name,
                Alignments = { row.Parents.Select(parent => new Alignment { Parent = parent }) },
                Holds = { OwnFunctions([.. held[row.Id]]) },
            }).ToArray());
    }

    /// <summary>The functions that others hold or share, as their initiatives declare it.</summary>
    public IEnumerable<DeclareRequest> Declarations() => folder.Holdings
        .Where(holding => !holding.IsOwn)
        .Select(holding => new DeclareRequest
        {
            Initiative = holding.Initiative,
            Function = holding.Function,
            Holders = { holding.Holders },
            Writer = holding.Holders[0],
            Until = holding.Until,
        });

    /// <summary>The acceptance of everyone whom a declaration names besides the initiative itself.</summary>
    public static IEnumerable<RespondRequest> Responses(DeclareRequest declaration) => declaration.Holders
        .Where(holder => holder != declaration.Initiative)
        .Select(holder => new RespondRequest
        {
            Initiative = declaration.Initiative,
            Function = declaration.Function,
            Responder = holder,
            Answer = RespondRequest.Types.Answer.Accept,
        });

    /// <summary>The indicators, each by whoever defines it: the initiative at the top, or each of several there, unless its row names one.</summary>
    public IEnumerable<DefineIndicatorRequest> Definitions() =>
        from definer in folder.Initiatives.Rows
        from indicator in folder.Indicators
        where indicator.DefinedBy.Length > 0 ? indicator.DefinedBy == definer.Id : definer.Parents.Count == 0
        select new DefineIndicatorRequest { Initiative = definer.Id, Indicator = ToIndicator(indicator) };

    /// <summary>
    /// One report for each initiative, indicator and period, then the published figures. A row without a value is left
    /// out; a report of nothing but such rows takes back what may stand.
    /// </summary>
    public IEnumerable<ImportRequest> Imports() => folder.Reports
        .Select(report => new ImportRequest { Report = ToReport(report) })
        .Concat(folder.Published.Select(row => new ImportRequest
        {
            Published = new PublishedFigure
            {
                Initiative = row.Initiative,
                Indicator = indicators[row.Indicator],
                Period = row.Period,
                Cell = row.Cell,
                Value = row.Value.ToString(),
                Denominator = Optional(row.Denominator),
                Tolerance = row.Tolerance.ToString(),
                DenominatorTolerance = row.Denominator is null ? "" : row.DenominatorTolerance.ToString(),
                Source = row.Source,
            },
        }));

    // Measurement is held by the initiative itself unless the folder says otherwise: someone has to take the reports.
    private static IEnumerable<Function> OwnFunctions(IReadOnlyList<Functions.HoldingRow> holdings)
    {
        if (holdings.All(holding => holding.Function != Function.EstablishSharedMeasurement))
            yield return Function.EstablishSharedMeasurement;
        foreach (var holding in holdings.Where(holding => holding.IsOwn))
            yield return holding.Function;
    }

    private static Indicator ToIndicator(IndicatorRow row) => new()
    {
        Indicator_ = row.Id,
        Name = row.Name,
        Unit = row.Unit,
        Kind = row.Kind,
        Direction = row.Direction,
        CellsOverlap = !row.Additive,
        PeriodKind = row.PeriodKind,
        Labels = { row.Labels.Select(label => new CellLabel { Of = label.Of, Name = label.Name }) },
    };

    private ReportRequest ToReport(ReportRows report)
    {
        var request = new ReportRequest
        {
            Initiative = report.Initiative,
            Indicator = indicators[report.Indicator],
            Period = report.Period,
            Reporter = report.Reporter,
        };
        request.Observations.AddRange(report.Reported.Select(observation => new Observation
        {
            Cell = observation.Cell,
            PartOf = observation.PartOf,
            Value = observation.Value.ToString(),
            Denominator = Optional(observation.Denominator),
        }));
        request.Withdraw = request.Observations.Count == 0;
        return request;
    }

    private static string Optional(Figure? figure) => figure?.ToString() ?? "";
}
