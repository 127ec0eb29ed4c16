using System.Globalization;

namespace CollectiveImpact.Console.Figures;

/// <summary>A period of the contract, as days.</summary>
internal sealed record Period(PeriodShape Kind, DateOnly First, DateOnly Last)
{
    // The calendar ends within it, and the days after its last month with it.
    private const int LastYear = 9999;

    /// <summary>Null where the text is no period.</summary>
    public static Period? Parse(string text) => text.Length switch
    {
        4 when Year(text) is { } year =>
            new(PeriodShape.Year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
        7 when text[4..6] == "-Q" && Year(text[..4]) is { } year
            && Number(text[6..]) is { } quarter and >= 1 and <= 4 =>
            Months(PeriodShape.Quarter, new DateOnly(year, (quarter * 3) - 2, 1), 3),
        7 when Day(text + "-01") is { } month => Months(PeriodShape.Month, month, 1),
        8 when text[4..6] == "-W" && Year(text[..4]) is { } year
            && Number(text[6..]) is { } week and >= 1 and <= 53 =>
            Week(year, week),
        21 when text[10] == '/' && Day(text[..10]) is { } first && Day(text[11..]) is { } last =>
            new(PeriodShape.Range, first, last),
        _ => null,
    };

    private static Period Months(PeriodShape kind, DateOnly first, int months) =>
        new(kind, first, first.AddMonths(months).AddDays(-1));

    private static Period Week(int year, int week)
    {
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new(PeriodShape.Week, monday, monday.AddDays(6));
    }

    private static DateOnly? Day(string text) =>
        WrittenDay.Read(text) is { Year: < LastYear } day ? day : null;

    private static int? Year(string text) => Number(text) is { } year and > 0 and < LastYear ? year : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
