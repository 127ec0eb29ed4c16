using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Activities.Planning;

/// <summary>Who writes an initiative's activities: whoever holds that function for it.</summary>
internal static class ActivityWriter
{
    /// <summary>Whether whoever reads may write them.</summary>
    public static async Task<bool> IsReading(NestCalls calls, Edition edition, string id, CancellationToken cancellationToken)
    {
        if (edition.Visitor is not { IsSignedIn: true } visitor)
            return false;
        var map = await calls.GetFunctionMap(id, cancellationToken);
        var held = map.Value?.Functions.FirstOrDefault(state => state.Function == Function.SupportAlignedActivities);
        return visitor.IsStaffOf(held is { Writer.Length: > 0 } ? held.Writer : id);
    }
}
