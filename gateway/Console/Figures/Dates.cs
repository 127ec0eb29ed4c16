using System.Globalization;
using CollectiveImpact.Console.Languages;

namespace CollectiveImpact.Console.Figures;

/// <summary>Days, instants and periods as people of one language write them.</summary>
public sealed class Dates(Words words, Language language, CultureInfo culture)
{
    private bool French => language == Language.French;

    /// <summary>A day as the contract writes it; what is none is shown as it is.</summary>
    public string Day(string day) =>
        WrittenDay.Read(day) is { } date ? Day(date, "MMMM") : day;

    public string Day(DateOnly day) => Day(day, "MMMM");

    /// <summary>An instant, in universal time.</summary>
    public string Moment(DateTimeOffset at) => $"{ShortDay(at.UtcDateTime)}, {Time(at.UtcDateTime)}";

    /// <summary>The day of an instant, in universal time: a nest spans time zones.</summary>
    public string ShortDay(DateTime utc) => Day(DateOnly.FromDateTime(utc), "MMM");

    /// <summary>The time of day of an instant.</summary>
    public string Time(DateTime utc) => utc.ToString(French ? "H\u00A0'h'\u00A0mm" : "H:mm", culture);

    /// <summary>Short, for the axis of a chart.</summary>
    public string PeriodMark(string period) => Figures.Period.Parse(period) switch
    {
        { Kind: PeriodShape.Quarter } parsed => Quarter(parsed),
        { Kind: PeriodShape.Month } parsed => parsed.First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        { Kind: PeriodShape.Range } parsed when parsed.First.Year == parsed.Last.Year =>
            parsed.First.Year.ToString(CultureInfo.InvariantCulture),
        { Kind: PeriodShape.Range } parsed => $"{parsed.First.Year}\u2013{parsed.Last.Year % 100:00}",
        _ => period,
    };

    public string Period(string period) => Figures.Period.Parse(period) switch
    {
        { Kind: PeriodShape.Quarter } parsed => Quarter(parsed),
        { Kind: PeriodShape.Month } parsed => parsed.First.ToString("MMMM yyyy", culture),
        { Kind: PeriodShape.Week } => words.Week(int.Parse(period[6..]), int.Parse(period[..4])),
        { Kind: PeriodShape.Range } parsed => $"{Day(parsed.First, "MMMM")} \u2013 {Day(parsed.Last, "MMMM")}",
        _ => period,
    };

    private string Quarter(Period period) => words.Quarter(((period.First.Month - 1) / 3) + 1, period.First.Year);

    private string Day(DateOnly date, string month) => (French, date.Day) switch
    {
        (true, 1) => "1er\u00A0" + date.ToString(month + " yyyy", culture),
        (true, _) => date.ToString("d\u00A0" + month + " yyyy", culture),
        _ => date.ToString(month + "\u00A0d, yyyy", culture).Replace(".", "", StringComparison.Ordinal),
    };
}
