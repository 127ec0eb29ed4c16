using CollectiveImpact.Console.Calls;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Learning;

/// <summary>What the activities are called that a story names.</summary>
internal sealed class ActionNames(NestCalls calls, CallInvoker invoker)
{
    // A story names a few. Should a page name more, the rest are called by their ids.
    private const int Most = 30;

    private readonly V1.Activities.ActivitiesClient _activities = new(invoker);

    public async Task<IReadOnlyDictionary<string, Text>> Of(IEnumerable<string> actions, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(actions.Distinct().Take(Most).Select(async action => (
            Action: action,
            Activity: action.Split('/') is [var initiative, var activity]
                ? (await calls.Ask(_activities.GetActivityAsync, new GetActivityRequest { Initiative = initiative, Activity = activity }, cancellationToken)).Value
                : null)));
        return found.Where(each => each.Activity?.Name is not null).ToDictionary(each => each.Action, each => each.Activity!.Name);
    }
}
