using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Holders;

/// <summary>Reads the function matrix of an initiative and all below it.</summary>
internal sealed class MatrixReader(NestCalls calls, CallInvoker invoker)
{
    // Twenty initiatives with six functions each: a page that comes quickly over a poor connection.
    private const int OnPage = 120;

    private readonly Flight.FlightClient _flight = new(invoker);

    public static async Task<IResult> Show(HttpContext context, string id, MatrixReader reader)
    {
        var only = Enum.TryParse<GetNestMapRequest.Types.Only>(context.Request.Query["only"], ignoreCase: true, out var asked) ? asked : default;
        return Pages.Show<MatrixPage, MatrixModel>(
            new Edition(context.Request), await reader.Read(id, only, context.Request.Query["after"].ToString(), context.RequestAborted));
    }

    private async Task<Answer<MatrixModel>> Read(string id, GetNestMapRequest.Types.Only only, string after, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return answer.As<MatrixModel>(_ => null!);
        var read = await calls.Ask(
            _flight.GetNestMapAsync, new GetNestMapRequest { Initiative = id, Only = only, PageSize = OnPage, PageToken = after }, cancellationToken);
        if (!read.Has(out var map))
            return read.As<MatrixModel>(_ => null!);
        var known = (await calls.ListInitiatives(id, cancellationToken)).Value ?? [];
        var rows = map.Entries.GroupBy(entry => entry.Initiative)
            .Select(group => new MatrixRow(group.Key, group.ToDictionary(entry => entry.Function)))
            .ToList();
        var names = await calls.NamesFor(
            [.. rows.Select(row => row.Initiative), .. map.Entries.SelectMany(entry => entry.Holders), .. initiative.Alignments.Select(alignment => alignment.Parent)],
            [.. known, initiative],
            cancellationToken);
        return new(Outcome.Given, new(initiative, names, map.Counts, rows, only, map.NextPageToken), Absence.Unknown);
    }
}
