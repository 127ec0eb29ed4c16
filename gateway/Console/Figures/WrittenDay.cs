using System.Globalization;

namespace CollectiveImpact.Console.Figures;

/// <summary>Days as the contract writes them, <c>2026-09-01</c>: their order is that of their texts.</summary>
internal static class WrittenDay
{
    private const string Form = "yyyy-MM-dd";

    public static string Written(this DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day that it is by universal time.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Null where the text is no day.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
