using System.Globalization;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>What time a figure is about.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
internal sealed record Period(string Text, Indicator.Types.PeriodKind Kind, DateOnly First, DateOnly Last)
{
    /// <summary>One day, for what is asked of it and is no figure's.</summary>
    public static Period Of(DateOnly day) => new("", Indicator.Types.PeriodKind.Range, day, day);

    /// <summary>The period of the same kind that begins when this one has ended; null for a range of days, and after the year 9998.</summary>
    public Period? Next() => Last.Year > 9998
        ? null
        : Kind switch
        {
            Indicator.Types.PeriodKind.Year => Parse($"{First.Year + 1:D4}"),
            Indicator.Types.PeriodKind.Quarter => Parse($"{Last.AddDays(1).Year:D4}-Q{(Last.AddDays(1).Month + 2) / 3}"),
            Indicator.Types.PeriodKind.Month => Parse($"{Last.AddDays(1):yyyy-MM}"),
            Indicator.Types.PeriodKind.Week => Parse($"{ISOWeek.GetYear(Monday):D4}-W{ISOWeek.GetWeekOfYear(Monday):D2}"),
            _ => null,
        };

    private DateTime Monday => Last.AddDays(1).ToDateTime(TimeOnly.MinValue);

    public static CallFault? Read(string field, string text, out Period period)
    {
        period = Parse(text)!;
        return period is not null
            ? null
            : CallFault.Invalid(field, $"`{Check.Shown(text)}` is no period; write a year `2021`, a quarter `2021-Q3`, a month `2021-07`, a week `2021-W05`, or days `2021-09-01/2022-06-30`");
    }

    public static Period? Parse(string text)
    {
        if (text.Length is < 4 or > 21 || !Number(text, 0, 4, out var year) || year == 0) return null;
        if (text.Length == 4) return new Period(text, Indicator.Types.PeriodKind.Year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        if (text[4] != '-') return null;
        return text switch
        {
            { Length: 7 } when text[5] == 'Q' && Number(text, 6, 1, out var quarter) && quarter is >= 1 and <= 4 =>
                Months(text, Indicator.Types.PeriodKind.Quarter, year, quarter * 3 - 2, 3),
            { Length: 7 } when Number(text, 5, 2, out var month) && month is >= 1 and <= 12 =>
                Months(text, Indicator.Types.PeriodKind.Month, year, month, 1),
            { Length: 8 } when text[5] == 'W' && Number(text, 6, 2, out var week) && week >= 1 && year is > 1 and < 9999 && week <= ISOWeek.GetWeeksInYear(year) =>
                Week(text, year, week),
            { Length: 21 } when text[10] == '/' && Day(text[..10]) is { } first && Day(text[11..]) is { } last && first <= last =>
                new Period(text, Indicator.Types.PeriodKind.Range, first, last),
            _ => null,
        };
    }

    private static Period Months(string text, Indicator.Types.PeriodKind kind, int year, int month, int months) => new(
        text, kind, new DateOnly(year, month, 1), new DateOnly(year, month + months - 1, DateTime.DaysInMonth(year, month + months - 1)));

    private static Period Week(string text, int year, int week)
    {
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new Period(text, Indicator.Types.PeriodKind.Week, monday, monday.AddDays(6));
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool Number(string text, int start, int length, out int number) =>
        int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
