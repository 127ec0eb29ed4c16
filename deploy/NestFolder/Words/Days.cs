using System.Globalization;

namespace CollectiveImpact.NestFolder.Words;

internal static class Days
{
    /// <summary>Whether the text is one day of the calendar, <c>2021-09-01</c>.</summary>
    public static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
