using System.Globalization;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>The shapes that what is said shares.</summary>
internal static class Spoken
{
    private const int MostAbout = 10;

    /// <summary>What is wrong with the form of references: `clause ca/housing-first`.</summary>
    public static CallFault? AboutFault(string field, IReadOnlyList<string> about) => Check.Distinct(field, about, MostAbout, AboutFault);

    public static CallFault? AboutFault(string field, string about) =>
        about.Split(' ') is [var kind, var record] && record.Contains('/')
            ? Check.Id(field, kind) ?? RecordId.Fault(field, record)
            : CallFault.Invalid(field, $"`{Check.Shown(about)}` names nothing; write the kind of what is meant, a space, its initiative, `/` and its id, like `clause ca/housing-first`");

    /// <summary>A day that has to be there.</summary>
    public static CallFault? DayFault(string field, string day) => Check.RequiredDay(field, day);

    public static CallFault? InstantFault(string field, Timestamp? instant) =>
        instant is { Seconds: >= -62_135_596_800 and <= 253_402_300_799, Nanos: >= 0 and < 1_000_000_000 }
            ? null
            : CallFault.Invalid(field, "is missing or no time; give one between the years 1 and 9999, like `2026-09-01T18:00:00Z`");

    /// <summary>An instant as text that sorts by time; it begins with the day.</summary>
    public static string Sorted(Timestamp instant) => instant.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public static string Day(Timestamp instant) => Sorted(instant)[..10];

    /// <summary>Whether a text contains another, in either language and case.</summary>
    public static bool Contains(Text? text, string part) => part.Length == 0 || (text is not null
        && (text.En.Contains(part, StringComparison.OrdinalIgnoreCase) || text.Fr.Contains(part, StringComparison.OrdinalIgnoreCase)));
}
