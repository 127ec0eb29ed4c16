using System.Globalization;
using static CollectiveImpact.V1.Indicator.Types;

namespace CollectiveImpact.NestFolder.Words;

/// <summary>The periods of the contract: <c>2021</c>, <c>2021-Q3</c>, <c>2021-07</c>, <c>2021-W05</c>, <c>2021-09-01/2022-06-30</c>.</summary>
internal static class Periods
{
    public const string Rule = "write 2021, 2021-Q3, 2021-07, 2021-W05 or 2021-09-01/2022-06-30";

    private static readonly (string Word, PeriodKind Kind)[] Words =
    [
        ("year", PeriodKind.Year), ("quarter", PeriodKind.Quarter), ("month", PeriodKind.Month), ("week", PeriodKind.Week), ("range", PeriodKind.Range),
    ];

    /// <summary>The period's kind; unspecified where the text is no period.</summary>
    public static PeriodKind KindOf(string text)
    {
        if (text.Length < 4 || text == "0000" || !IsNumber(text.AsSpan(0, 4), out var year) || year == 0)
            return PeriodKind.Unspecified;
        return text.AsSpan(4) switch
        {
            [] => PeriodKind.Year,
            ['-', 'Q', >= '1' and <= '4'] => PeriodKind.Quarter,
            ['-', 'W', _, _] => IsNumber(text.AsSpan(6), out var week) && week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
                ? PeriodKind.Week
                : PeriodKind.Unspecified,
            ['-', _, _] => IsNumber(text.AsSpan(5), out var month) && month is >= 1 and <= 12
                ? PeriodKind.Month
                : PeriodKind.Unspecified,
            _ => text.Split('/') is [var first, var last]
                && Days.TryParse(first, out var from) && Days.TryParse(last, out var until) && from <= until
                ? PeriodKind.Range
                : PeriodKind.Unspecified,
        };
    }

    /// <summary>The kind that a word means; unspecified where it means none.</summary>
    public static PeriodKind Named(string word) =>
        Words.FirstOrDefault(pair => pair.Word == word).Kind;

    /// <summary>The kind's word, as <c>indicators.csv</c> writes it.</summary>
    public static string Word(PeriodKind kind) => Words.First(pair => pair.Kind == kind).Word;

    public static string Name(PeriodKind kind) => kind == PeriodKind.Range ? "range of days" : Word(kind);

    private static bool IsNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
