using System.Globalization;
using CollectiveImpact.Console.Figures;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Languages;

/// <summary>
/// A time zone in which people meet. Nodes keep instants, and a page cannot ask a browser without a script: who chooses one
/// finds it again in a cookie that holds nothing else.
/// </summary>
/// <param name="Id">As the time zone database names it.</param>
public sealed record Zone(string Id)
{
    private const string Cookie = "zone";

    /// <summary>Universal time, where nobody has chosen.</summary>
    public static Zone Universal { get; } = new("UTC");

    /// <summary>From east to west.</summary>
    public static IReadOnlyList<Zone> All { get; } =
    [
        Universal,
        new("America/St_Johns"),
        new("America/Halifax"),
        new("America/Toronto"),
        new("America/Winnipeg"),
        new("America/Regina"),
        new("America/Edmonton"),
        new("America/Whitehorse"),
        new("America/Vancouver"),
        new("America/Anchorage"),
        new("Pacific/Honolulu"),
    ];

    // A machine without a time zone database knows only universal time.
    private TimeZoneInfo Rules => TimeZoneInfo.TryFindSystemTimeZoneById(Id, out var rules) ? rules : TimeZoneInfo.Utc;

    public static Zone Named(string id) => All.FirstOrDefault(zone => zone.Id == id) ?? Universal;

    public static Zone Of(HttpRequest request) => Named(request.Cookies[Cookie] ?? "");

    public void Remember(HttpContext context) => context.Response.Cookies.Append(Cookie, Id, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(400),
        IsEssential = true,
    });

    public string Name(Edition edition) => edition.Words.NameOf(this);

    /// <summary>An instant on the clocks there.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Rules);

    /// <summary>The day of an instant there.</summary>
    public DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The day that it is there.</summary>
    public DateOnly Today(TimeProvider time) => Day(time.GetUtcNow().UtcDateTime);

    /// <summary>The instant at which the clocks there show a day and a time; null where one of them is none.</summary>
    public DateTime? Instant(string day, string time)
    {
        if (WrittenDay.Read(day) is not { } date
            || !TimeOnly.TryParse(time, CultureInfo.InvariantCulture, out var clock))
            return null;
        var local = date.ToDateTime(clock, DateTimeKind.Unspecified);
        // The hour that spring leaves out is taken as the one after it.
        return TimeZoneInfo.ConvertTimeToUtc(Rules.IsInvalidTime(local) ? local.AddHours(1) : local, Rules);
    }

    /// <summary>A day and a time of day, with the zone.</summary>
    public string Moment(DateTime utc, Edition edition) =>
        $"{edition.Dates.Day(Day(utc))}, {edition.Dates.Time(Local(utc))} ({Name(edition)})";
}
