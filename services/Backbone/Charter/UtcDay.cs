using System.Globalization;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>The day by which terms begin and end: everywhere that of UTC, so that all nodes turn at once; and how a day is written.</summary>
internal static class UtcDay
{
    private const string Form = "yyyy-MM-dd";

    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>A day as documents and messages have it, `2026-09-01`.</summary>
    public static string Written(this DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The same of a bound; empty where it is open.</summary>
    public static string Written(this DateOnly? day) => day?.Written() ?? "";

    /// <summary>A bound that was found right before; null where it is open.</summary>
    public static DateOnly? Read(string written) =>
        written.Length == 0 ? null : DateOnly.ParseExact(written, Form, CultureInfo.InvariantCulture);
}
