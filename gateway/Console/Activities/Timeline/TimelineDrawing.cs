using System.Globalization;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Activities.Timeline;

/// <summary>An activity as a bar. An end that is open reaches the edge.</summary>
internal sealed record TimelineBar(Activity Activity, double X, double Width, double Y);

/// <summary>Activities over time, each on a line of its own, in the order in which they begin.</summary>
internal sealed class TimelineDrawing
{
    public const double Width = 720;
    public const double Line = 44;
    public const double BarHeight = 14;

    private const double Top = 28;
    private const int DaysBeyond = 60;

    private readonly int _first;
    private readonly int _last;

    public TimelineDrawing(IReadOnlyList<Activity> activities, DateOnly today)
    {
        var days = activities.SelectMany(activity => new[] { Day(activity.From), Day(activity.Until) }).OfType<int>().Append(today.DayNumber).ToList();
        (_first, _last) = (days.Min() - DaysBeyond, days.Max() + DaysBeyond);
        Bars =
        [
            .. activities.OrderBy(activity => Day(activity.From) ?? 0).Select((activity, place) =>
            {
                var (from, to) = (X(Day(activity.From) ?? _first), X((Day(activity.Until) ?? _last) + 1));
                return new TimelineBar(activity, from, Math.Max(to - from, 3), Top + (place * Line));
            }),
        ];
        Height = Top + (activities.Count * Line);
        Today = X(today.DayNumber);
        Ticks = [.. Marks()];
    }

    public IReadOnlyList<TimelineBar> Bars { get; }

    public double Height { get; }

    public double Today { get; }

    /// <summary>Where years begin, or quarters where there are few years.</summary>
    public IReadOnlyList<(double X, string Text)> Ticks { get; }

    private static int? Day(string day) =>
        WrittenDay.Read(day)?.DayNumber;

    private double X(int day) => (Math.Min(day, _last) - _first) * Width / (_last - _first);

    private IEnumerable<(double, string)> Marks()
    {
        const int Room = 8;
        var (first, last) = (DateOnly.FromDayNumber(Math.Max(0, _first)), DateOnly.FromDayNumber(_last));
        var months = last.DayNumber - first.DayNumber < 365 * 3 ? 3 : 12;
        var years = Math.Max(1, (last.Year - first.Year) / Room);
        for (var mark = new DateOnly(first.Year, 1, 1); mark <= last; mark = mark.AddMonths(months == 12 ? 12 * years : months))
            if (mark >= first)
                yield return (X(mark.DayNumber), mark.ToString(months == 12 || mark.Month == 1 ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture));
    }
}
