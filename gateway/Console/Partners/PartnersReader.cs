using CollectiveImpact.Console.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Partners;

/// <summary>Reads the page of an initiative's partners.</summary>
internal sealed class PartnersReader(NestCalls calls, CallInvoker invoker)
{
    private const int PartnersOnPage = 500;

    private readonly V1.Partners.PartnersClient _partners = new(invoker);

    public async Task<Answer<PartnersModel>> Read(string id, CancellationToken cancellationToken)
    {
        var answer = await calls.GetInitiative(id, cancellationToken);
        if (!answer.Has(out var initiative))
            return new(answer.Outcome, null, answer.Absence);
        var engaging = calls.Ask(_partners.GetEngagementAsync, new GetEngagementRequest { Initiative = id }, cancellationToken);
        var listing = calls.Ask(_partners.ListPartnersAsync, new ListPartnersRequest { Initiative = id, PageSize = PartnersOnPage }, cancellationToken);
        var names = await calls.NamesFor(initiative.Alignments.Select(alignment => alignment.Parent), [initiative], cancellationToken);
        var (engagement, listed) = (await engaging, await listing);
        return !engagement.Has(out var engaged) ? new(engagement.Outcome, null, engagement.Absence)
            : !listed.Has(out var list) ? new(listed.Outcome, null, listed.Absence)
            : new(Outcome.Given, new(initiative, engaged, list.Partners, names), Absence.Unknown);
    }
}
