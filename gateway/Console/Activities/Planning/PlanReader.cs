using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Activities.Planning;

/// <summary>What the page of the plan shows: partners by strategies, and what is done when.</summary>
public sealed record PlanModel(SideHead Head, ActivityPlan Plan, IReadOnlyList<Activity> Activities, DateOnly Today);

/// <summary>Reads the plan.</summary>
internal sealed class PlanReader(NestCalls calls, CallInvoker invoker, TimeProvider clock)
{
    private const int PartnersOnPage = 200;
    private const int ActivitiesOnPage = 200;

    private readonly V1.Activities.ActivitiesClient _activities = new(invoker);

    public async Task<Answer<PlanModel>> Read(string id, CancellationToken cancellationToken)
    {
        var planning = calls.Ask(_activities.GetPlanAsync, new GetPlanRequest { Initiative = id, PageSize = PartnersOnPage }, cancellationToken);
        var listed = await calls.Ask(_activities.ListActivitiesAsync, new ListActivitiesRequest { Initiative = id, PageSize = ActivitiesOnPage }, cancellationToken);
        var planned = await planning;
        return !planned.Has(out var plan) ? planned.As<PlanModel>(_ => null!)
            : (await calls.ReadHead(id, [], cancellationToken)).As(head => new PlanModel(
                head, plan, listed.Value?.Activities ?? [], clock.Today()));
    }
}
