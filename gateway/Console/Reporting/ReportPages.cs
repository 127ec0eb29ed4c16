using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Reporting;

/// <summary>Reporting a figure: an indicator and a period are chosen, then what stands is shown, changed, and said anew.</summary>
internal sealed class ReportPages(NestCalls calls, CallInvoker invoker)
{
    private const int IndicatorsInList = 500;
    private const int ReportsInPage = 1_000;

    private readonly SharedMeasurement.SharedMeasurementClient _measurement = new(invoker);

    public static Task<IResult> Show(HttpContext context, string id, ReportPages pages) => PeoplePages.ForSignedIn(
        context, edition => pages.Show(context, edition, id, typed: null, isSaved: false, []));

    public static Task<IResult> Report(HttpContext context, string id, ReportPages pages) => PeoplePages.ForSignedIn(context, async edition =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = Enumerable.Range(0, form["value"].Count)
            .Select(i => new ReportRow(At(form, "cell", i), At(form, "part", i), At(form, "value", i).Trim(), At(form, "denominator", i).Trim()))
            .ToList();
        return await pages.Report(context, edition, id, typed);
    });

    private async Task<IResult> Report(HttpContext context, Edition edition, string id, IReadOnlyList<ReportRow> typed)
    {
        var (observations, faults) = Read(edition, typed);
        if (faults.Count > 0)
            return await Show(context, edition, id, typed, isSaved: false, faults);
        var (_, fault) = await calls.Say(
            _measurement.ReportAsync,
            new ReportRequest
            {
                Initiative = id,
                Indicator = context.Request.Query["indicator"].ToString(),
                Period = context.Request.Query["period"].ToString(),
                Reporter = ReporterOf(edition, id),
                Observations = { observations },
            },
            context.RequestAborted);
        return fault is null
            ? await Show(context, edition, id, typed: null, isSaved: true, [])
            : await Show(context, edition, id, typed, isSaved: false, [edition.Words.NotSaved(fault)]);
    }

    private async Task<IResult> Show(
        HttpContext context, Edition edition, string id, IReadOnlyList<ReportRow>? typed, bool isSaved, IReadOnlyList<string> faults)
    {
        if (!(await calls.GetInitiative(id, context.RequestAborted)).Has(out var initiative))
            return Pages.NotFound(edition);
        if (edition.Visitor is not { } visitor || !(visitor.Caller.Administrator || visitor.Caller.Grants.Any(grant => grant.Role >= Role.Partner)))
            return Pages.Closed(edition);
        var (key, period) = (context.Request.Query["indicator"].ToString(), context.Request.Query["period"].ToString().Trim());
        var listed = await calls.ListIndicators(id, IndicatorsInList, after: "", context.RequestAborted);
        if (!listed.Has(out var indicators))
            return Pages.Show<ReportPage, ReportModel>(edition, listed.As<ReportModel>(_ => null!));
        var chosen = indicators.Indicators.FirstOrDefault(each => Links.KeyOf(each) == key);
        if (chosen is not null && PeriodForm.Of(chosen.PeriodKind) is var (shape, like) && Period.Parse(period)?.Kind != shape)
            (chosen, faults) = (null, [edition.Words.NotThatPeriod(period, like)]);
        var reporter = ReporterOf(edition, id);
        var rows = chosen is null ? [] : typed ?? await Standing(edition, initiative, chosen, period, reporter, context.RequestAborted);
        var names = await calls.NamesFor(rows.Select(row => row.PartOf), [initiative], context.RequestAborted);
        return Pages.Show<ReportPage, ReportModel>(edition, new(
            Outcome.Given,
            new ReportModel(initiative, names, [.. indicators.Indicators], chosen, period, reporter, rows, isSaved, faults),
            Absence.Unknown));
    }

    /// <summary>What stands, to be changed; where nothing does, a row for the total of each part.</summary>
    private async Task<IReadOnlyList<ReportRow>> Standing(
        Edition edition, Initiative initiative, Indicator indicator, string period, string reporter, CancellationToken cancellationToken)
    {
        var id = initiative.Initiative_;
        var request = new ListReportsRequest { Initiative = id, Indicator = Links.KeyOf(indicator), PageSize = ReportsInPage };
        StandingReport? found = null;
        do
        {
            if (!(await calls.Ask(_measurement.ListReportsAsync, request, cancellationToken)).Has(out var page))
                break;
            found = page.Reports.FirstOrDefault(each => each.Period == period && each.Reporter == (reporter.Length > 0 ? reporter : id));
            request.PageToken = page.NextPageToken;
        }
        while (found is null && request.PageToken.Length > 0);
        if (found is { Observations.Count: > 0 })
            return [.. found.Observations.Select(each => new ReportRow(
                each.Cell, each.PartOf, TypedNumber.Show(each.Value, edition.Language), TypedNumber.Show(each.Denominator, edition.Language)))];
        var days = Period.Parse(period)!;
        var parents = initiative.Alignments.Where(alignment => IsIn(alignment, days)).Select(alignment => alignment.Parent).Distinct().ToList();
        return parents.Count > 1 ? [.. parents.Select(parent => new ReportRow("", parent, "", ""))] : [new ReportRow("", "", "", "")];
    }

    private static (List<Observation> Observations, List<string> Faults) Read(Edition edition, IReadOnlyList<ReportRow> typed)
    {
        var (observations, faults) = (new List<Observation>(), new List<string>());
        for (var i = 0; i < typed.Count; i++)
        {
            var row = typed[i];
            if (row.Value.Length == 0 && row.Denominator.Length == 0)
                continue;
            var (value, denominator) = (Number(row.Value), row.Denominator.Length == 0 ? "" : Number(row.Denominator));
            if (value is not null && denominator is not null)
                observations.Add(new Observation { Cell = row.Cell, PartOf = row.PartOf, Value = value, Denominator = denominator });

            string? Number(string text)
            {
                var number = TypedNumber.Read(text, edition.Language);
                if (number is null)
                    faults.Add(edition.Words.NotANumber($"{edition.Words.Figure} {i + 1}", text));
                return number;
            }
        }

        if (observations.Count == 0 && faults.Count == 0)
            faults.Add(edition.Words.NothingTyped);
        return (observations, faults);
    }

    /// <summary>For whom the visitor reports: a partner's person for that partner, everybody else for the backbone.</summary>
    private static string ReporterOf(Edition edition, string id) =>
        edition.Visitor is { } visitor && !visitor.IsStaffOf(id)
            ? visitor.Caller.Grants.FirstOrDefault(grant => grant.Role == Role.Partner && grant.Initiative == id)?.Partner ?? ""
            : "";

    private static bool IsIn(Alignment alignment, Period period) =>
        !(DateOnly.TryParse(alignment.From, out var from) && from > period.Last) && !(DateOnly.TryParse(alignment.Until, out var until) && until < period.First);

    private static string At(IFormCollection form, string name, int place) => form[name] is var values && place < values.Count ? values[place] ?? "" : "";
}
