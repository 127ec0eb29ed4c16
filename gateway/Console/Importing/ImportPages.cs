using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Importing;

/// <summary>A file of figures is looked at, by these pages and by the node that would store it, shown, and imported after a yes.</summary>
internal sealed class ImportPages(NestCalls calls, CallInvoker invoker, PendingImports pending, TimeProvider time)
{
    private const int IndicatorsInList = 500;

    // A file is large, and the node looks at each of its figures.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SharedMeasurement.SharedMeasurementClient _measurement = new(invoker);

    public static Task<IResult> Show(HttpContext context, string id, ImportPages pages) => pages.ForWriter(
        context, id, (edition, initiative) => pages.Show(edition, initiative, [], preview: null, imported: null, context.RequestAborted));

    public static Task<IResult> Import(HttpContext context, string id, ImportPages pages) => pages.ForWriter(context, id, async (edition, initiative) =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return form["import"].ToString() is { Length: > 0 } number
            ? await pages.Import(edition, initiative, number, context.RequestAborted)
            : await pages.LookAt(edition, initiative, form.Files.GetFile("file"), context.RequestAborted);
    });

    private async Task<IResult> LookAt(Edition edition, Initiative initiative, IFormFile? file, CancellationToken cancellationToken)
    {
        var indicators = await Indicators(initiative.Initiative_, cancellationToken);
        if (file is null or { Length: 0 })
            return await Fail(new FileFault(0, "", edition.Words.NoFile));
        if (file.Length > ImportFile.MostBytes)
            return await Fail(new FileFault(0, "", edition.Words.FileTooLarge));
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        var (reports, faults) = ImportFile.Read(bytes.ToArray(), initiative.Initiative_, indicators, edition.Words);
        if (faults.Count > 0)
            return await Fail([.. faults]);
        var sent = reports.Where(report => report.Request.Observations.Count > 0).ToList();
        var (answer, fault) = await Send(initiative.Initiative_, sent, checkOnly: true, cancellationToken);
        if (answer is null)
            return await Fail(new FileFault(0, "", edition.Words.NotSaved(fault!)));
        if (answer.Faults.Count > 0)
            return await Fail([.. answer.Faults.Select(each =>
            {
                var (line, column) = sent[each.Item].PlaceOf(each.Field);
                return new FileFault(line, column, each.Message, IsForeign: true);
            }).OrderBy(each => each.Line)]);
        var changes = answer.Changes.Select(change => new PreviewedChange(sent[change.Item].Request, change.Before)).ToList();
        var number = changes.Count > 0 ? pending.Keep(edition.Visitor!.Caller.Person, initiative.Initiative_, sent) : "";
        return await Show(edition, initiative, indicators, [], new(number, changes, answer.Items - answer.Changed), imported: null, cancellationToken);

        Task<IResult> Fail(params IReadOnlyList<FileFault> faults) => Show(edition, initiative, indicators, faults, preview: null, imported: null, cancellationToken);
    }

    private async Task<IResult> Import(Edition edition, Initiative initiative, string number, CancellationToken cancellationToken)
    {
        var id = initiative.Initiative_;
        if (pending.Find(number, edition.Visitor!.Caller.Person, id) is not { } reports)
            return await Show(edition, initiative, [new(0, "", edition.Words.FileGone)], preview: null, imported: null, cancellationToken);
        var (answer, fault) = await Send(id, reports, checkOnly: false, cancellationToken);
        if (answer is null)
            return await Show(edition, initiative, [new(0, "", edition.Words.NotSaved(fault!))], preview: null, imported: null, cancellationToken);
        pending.Forget(number);
        return await Show(edition, initiative, [], preview: null, answer.Changed, cancellationToken);
    }

    private async Task<(ImportResponse? Response, string? Fault)> Send(
        string initiative, IReadOnlyList<ImportedReport> reports, bool checkOnly, CancellationToken cancellationToken)
    {
        try
        {
            using var call = _measurement.Import(new CallOptions(null, time.GetUtcNow().UtcDateTime + Patience, cancellationToken));
            for (var i = 0; i < reports.Count; i++)
                await call.RequestStream.WriteAsync(new ImportRequest { Initiative = initiative, Report = reports[i].Request, CheckOnly = checkOnly && i == 0 }, cancellationToken);
            await call.RequestStream.CompleteAsync();
            return (await call, null);
        }
        catch (RpcException fault) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, fault.Status.Detail);
        }
    }

    private async Task<IResult> Show(
        Edition edition, Initiative initiative, IReadOnlyList<FileFault> faults, ImportPreview? preview, int? imported, CancellationToken cancellationToken) =>
        await Show(edition, initiative, await Indicators(initiative.Initiative_, cancellationToken), faults, preview, imported, cancellationToken);

    private async Task<IResult> Show(
        Edition edition, Initiative initiative, IReadOnlyList<Indicator> indicators, IReadOnlyList<FileFault> faults, ImportPreview? preview, int? imported,
        CancellationToken cancellationToken)
    {
        var names = await calls.NamesFor(
            preview?.Changes.SelectMany(change => change.After.Observations.Select(each => each.PartOf).Append(change.After.Initiative)) ?? [], [initiative], cancellationToken);
        return new Page<ImportPage>(edition, StatusCodes.Status200OK, ("Model", new ImportModel(initiative, names, indicators, faults, preview, imported)));
    }

    private async Task<IReadOnlyList<Indicator>> Indicators(string id, CancellationToken cancellationToken) =>
        (await calls.ListIndicators(id, IndicatorsInList, after: "", cancellationToken)).Value?.Indicators ?? [];

    private Task<IResult> ForWriter(HttpContext context, string id, Func<Edition, Initiative, Task<IResult>> answer) =>
        calls.ForWriter(context, id, Function.EstablishSharedMeasurement, answer);
}
