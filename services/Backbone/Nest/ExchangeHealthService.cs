using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>What an initiative's staff sees of the exchange, beside the links themselves.</summary>
internal sealed class ExchangeHealthService(DocumentLog log, StandingRules rules) : ExchangeHealth.ExchangeHealthBase
{
    private const int LookedAt = 1_000;

    public override Task<ListRefusalsResponse> ListRefusedDocuments(ListRefusedDocumentsRequest request, ServerCallContext context)
    {
        (Check.Id("initiative", request.Initiative) ?? Check.PageSize("page_size", request.PageSize, 100, 1000, out _))?.Throw();
        Check.PageSize("page_size", request.PageSize, 100, 1000, out var size);
        if (!RefusalPage.TryReadToken(request.PageToken, out var before)) CallFault.Invalid("page_token", "is not one that this call has given").Throw();
        var nest = rules.Published.Nest;
        if (nest.Find(request.Initiative) is null) CallFault.UnknownInitiative("initiative", request.Initiative).Throw();
        // A node may host initiatives that have nothing to do with each other.
        var line = nest.Ancestors(request.Initiative).Concat(nest.Descendants(request.Initiative)).Append(request.Initiative).ToHashSet();
        return Task.FromResult(log.Read(reader => Read(reader, request.WithAccepted, line, size, before)));
    }

    private static ListRefusalsResponse Read(LogReader reader, bool withAccepted, HashSet<string> line, int size, long[] before)
    {
        var page = new ListRefusalsResponse();
        for (var looked = 0; looked < LookedAt && page.Refusals.Count < size;)
        {
            // No more than are missing: the token of the last page read leads on from the last one shown.
            var read = RefusalPage.Read(reader, "", withAccepted, size - page.Refusals.Count, before);
            page.Refusals.AddRange(read.Refusals.Where(each => line.Contains(each.Refusal.Initiative)));
            page.NextPageToken = read.NextPageToken;
            if (read.NextPageToken.Length == 0) break;
            looked += read.Refusals.Count;
            RefusalPage.TryReadToken(read.NextPageToken, out before);
        }

        return page;
    }
}
