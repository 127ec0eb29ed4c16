using System.Globalization;
using System.Text.RegularExpressions;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Calls;

/// <summary>Checks of single fields. Each returns what is wrong, or null.</summary>
public static partial class Check
{
    public const int LongestId = 100, LongestName = 200, LongestText = 2000;

    public static CallFault? Id(string field, string value) => value switch
    {
        "" => CallFault.Invalid(field, "is empty; give an id, like `ca.on.hamilton`"),
        { Length: > LongestId } => CallFault.Invalid(field, $"is {value.Length} characters long; an id has at most {LongestId}"),
        _ when IdForm().IsMatch(value) => null,
        _ => CallFault.Invalid(field, $"`{Shown(value)}` is no id; use lower-case letters a to z, digits, `.` and `-`, with a letter or digit at both ends"),
    };

    public static CallFault? Name(string field, Text? text) => Required(field, text, LongestName);

    /// <summary>A text that is there, in one language at least.</summary>
    public static CallFault? Required(string field, Text? text, int longest = LongestText) => text is null or { En.Length: 0, Fr.Length: 0 }
        ? CallFault.Invalid(field, "is missing; give it in English, in French, or in both")
        : Text(field, text, longest);

    public static CallFault? Text(string field, Text? text, int longest = LongestText) =>
        text is null ? null : Length($"{field}.en", text.En, longest) ?? Length($"{field}.fr", text.Fr, longest);

    public static CallFault? Length(string field, string value, int longest) => value.Length <= longest
        ? null
        : CallFault.Invalid(field, $"is {value.Length} characters long; at most {longest} are stored");

    /// <summary>A day, `2021-09-01`; empty where the bound is open.</summary>
    public static CallFault? Day(string field, string value, out DateOnly? day)
    {
        day = null;
        if (value.Length == 0) return null;
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            return CallFault.Invalid(field, $"`{Shown(value)}` is no date; write year, month and day, like `2021-09-01`");
        day = parsed;
        return null;
    }

    /// <summary>A day that has to be there.</summary>
    public static CallFault? RequiredDay(string field, string value) => value.Length == 0
        ? CallFault.Invalid(field, "is missing; give a day, like `2026-09-01`")
        : Day(field, value, out _);

    /// <summary>A day on which something was so: there, or left open, and not to come.</summary>
    public static CallFault? PastDay(string field, string value, DateOnly today) =>
        Day(field, value, out var day) ?? (day > today ? CallFault.Invalid(field, $"{value} is still to come; give the day on which it was so") : null);

    public static CallFault? Days(string fromField, string from, string untilField, string until) =>
        Day(fromField, from, out var first) ?? Day(untilField, until, out var last) ?? (last < first
            ? CallFault.Invalid(untilField, $"{until} is before {from}; the last day can't come before the first")
            : null);

    public static CallFault? Known<T>(string field, T value) where T : struct, Enum =>
        Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0 || !Enum.IsDefined(value)
            ? CallFault.Invalid(field, $"is missing or unknown; give one of {string.Join(", ", Enum.GetNames<T>().Skip(1))}")
            : null;

    /// <summary>A value of an enumeration, or none.</summary>
    public static CallFault? KnownOrNone<T>(string field, T value) where T : struct, Enum =>
        Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0 ? null : Known(field, value);

    /// <summary>What a record says within a request that says it already: the same, or nothing.</summary>
    public static CallFault? Same(string field, string inner, string outer) => inner.Length == 0 || inner == outer
        ? null
        : CallFault.Invalid(field, $"is `{Shown(inner)}`; leave it empty, or name {Shown(outer)}");

    /// <summary>A list of which each item is right by itself, and is there once.</summary>
    public static CallFault? Distinct(string field, IReadOnlyList<string> values, int most, Func<string, string, CallFault?> check)
    {
        if (values.Count > most) return CallFault.Invalid(field, $"has {values.Count} entries; at most {most} are taken");
        HashSet<string> seen = [];
        for (var i = 0; i < values.Count; i++)
        {
            if (check($"{field}[{i}]", values[i]) is { } fault) return fault;
            if (!seen.Add(values[i])) return CallFault.Invalid($"{field}[{i}]", $"`{Shown(values[i])}` is there twice; name each once");
        }

        return null;
    }

    /// <summary>The page that a caller asks for, within bounds.</summary>
    public static CallFault? PageSize(string field, int asked, int usual, int largest, out int size)
    {
        size = asked == 0 ? usual : asked;
        return size < 1 || size > largest ? CallFault.Invalid(field, $"is {asked}; ask for 1 to {largest}, or 0 for {usual}") : null;
    }

    /// <summary>A caller's text in a message: not all of it, if it is long.</summary>
    public static string Shown(string value) => value.Length <= 80 ? value : value[..(char.IsHighSurrogate(value[79]) ? 79 : 80)] + "…";

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\\z")]
    private static partial Regex IdForm();
}
