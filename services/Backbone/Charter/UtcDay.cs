namespace CollectiveImpact.Backbone.Charter;

/// <summary>The day by which terms begin and end: everywhere that of UTC, so that all nodes turn at once.</summary>
internal static class UtcDay
{
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
