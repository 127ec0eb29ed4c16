using CollectiveImpact.Console.Calls;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Reconciling;

/// <summary>Reads one figure with a page of its contributions, and the names of the places in it.</summary>
internal sealed class FigureReader(NestCalls calls)
{
    private const int ContributionsOnPage = 200;

    public async Task<Answer<FigureModel>> Read(string id, FigureQuery query, CancellationToken cancellationToken)
    {
        var request = new ReconcileRequest
        {
            Initiative = id,
            Indicator = query.Indicator,
            Period = query.Period,
            Cell = query.Cell,
            PageSize = ContributionsOnPage,
            PageToken = query.Page,
        };
        // The contributors are in the initiative's own part of the nest: four calls name 3,000 of them.
        var reconciling = calls.Reconcile(request, cancellationToken);
        var listing = calls.ListInitiatives(id, cancellationToken);
        await Task.WhenAll(reconciling, listing);
        var (reconciled, listed) = (await reconciling, await listing);
        if (!reconciled.Has(out var reconciliation))
            return new(reconciled.Outcome, null, reconciled.Absence);

        var names = await calls.NamesFor(
            [id, reconciliation.Indicator?.Initiative ?? "", .. reconciliation.Contributions.Select(part => part.PartOf)],
            listed.Value ?? [],
            cancellationToken);
        return new(Outcome.Given, new(id, reconciliation, names, query.Page.Length == 0), Absence.Unknown);
    }
}
