using System.Globalization;
using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Agenda.Comparing;

/// <summary>Reads what differs between two versions of an agenda.</summary>
internal sealed class ComparisonReader(NestCalls calls, CallInvoker invoker)
{
    private const int MostVersions = 1_000;

    private readonly CommonAgenda.CommonAgendaClient _agenda = new(invoker);

    public static async Task<IResult> Show(HttpContext context, string id, ComparisonReader reader) => Pages.Show<ComparisonPage, ComparisonModel>(
        new Edition(context.Request),
        await reader.Read(id, Number(context.Request.Query["from"]), Number(context.Request.Query["to"]), context.RequestAborted));

    private async Task<Answer<ComparisonModel>> Read(string id, int? from, int? to, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return answer.As<ComparisonModel>(_ => null!);
        var listed = await calls.Ask(_agenda.ListVersionsAsync, new ListVersionsRequest { Initiative = id, PageSize = MostVersions }, cancellationToken);
        if (!listed.Has(out var versions))
            return listed.As<ComparisonModel>(_ => null!);
        var (first, last) = (from ?? versions.Versions.Count - 1, to ?? versions.Versions.Count);
        var comparison = first > 0 && last > 0 && first != last
            ? (await calls.Ask(_agenda.CompareVersionsAsync, new CompareVersionsRequest { Initiative = id, From = first, To = last }, cancellationToken)).Value
            : null;
        return new(Outcome.Given, new(initiative, [.. versions.Versions.Reverse()], first, last, comparison), Absence.Unknown);
    }

    private static int? Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
