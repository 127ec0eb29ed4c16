using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.V1;
using Grpc.Core;
using Side = CollectiveImpact.V1.ListAllocationsRequest.Types.Side;

namespace CollectiveImpact.Console.Funding;

/// <summary>Reads the page of an initiative's resources.</summary>
internal sealed class FundingReader(NestCalls calls, CallInvoker invoker, Writers writers)
{
    private const int OnPage = 200;

    private readonly Resources.ResourcesClient _resources = new(invoker);

    public async Task<Answer<FundingModel>> Read(string id, Edition edition, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);
        var needing = calls.Ask(_resources.ListNeedsAsync, new ListNeedsRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var sourcing = calls.Ask(_resources.ListSourcesAsync, new ListSourcesRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var applying = calls.Ask(_resources.ListApplicationsAsync, new ListApplicationsRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var giving = calls.Ask(_resources.ListGiftsInKindAsync, new ListGiftsInKindRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var funding = calls.Ask(_resources.ListFundsAsync, new ListFundsRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var booking = calls.Ask(_resources.ListEntriesAsync, new ListEntriesRequest { Initiative = id, PageSize = OnPage }, cancellationToken);
        var allocating = calls.Ask(_resources.ListAllocationsAsync, new ListAllocationsRequest { Initiative = id, Side = Side.Given, PageSize = OnPage }, cancellationToken);
        var receiving = calls.Ask(_resources.ListAllocationsAsync, new ListAllocationsRequest { Initiative = id, Side = Side.Received, PageSize = OnPage }, cancellationToken);
        var stating = calls.Ask(_resources.GetStatementAsync, new GetStatementRequest { Initiative = id }, cancellationToken);
        var writing = writers.Include(edition, id, Function.MobilizeResources, cancellationToken);
        var needed = await needing;
        if (!needed.Has(out var needs))
            return new(needed.Outcome, null, needed.Absence);
        var (given, received) = ((await allocating).Value?.Allocations ?? [], (await receiving).Value?.Allocations ?? []);
        var names = await calls.NamesFor(
            [
                .. initiative.Alignments.Select(alignment => alignment.Parent),
                .. given.Select(allocation => allocation.To),
                .. received.Select(allocation => allocation.Initiative),
            ],
            [initiative],
            cancellationToken);
        return new(
            Outcome.Given,
            new(
                initiative, needs.Needs, (await sourcing).Value?.Sources ?? [], (await applying).Value?.Applications ?? [], (await giving).Value?.Gifts ?? [],
                (await funding).Value?.Funds ?? [], (await booking).Value?.Entries ?? [], given, received, (await stating).Value?.Lines ?? [], await writing, names),
            Absence.Unknown);
    }
}
