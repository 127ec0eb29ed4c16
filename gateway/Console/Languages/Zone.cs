using System.Globalization;
using CollectiveImpact.Console.Figures;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Languages;

/// <summary>
/// A time zone in which people meet. Nodes keep instants, and a page cannot ask a browser without a script: who chooses one
/// finds it again in a cookie that holds nothing else.
/// </summary>
/// <param name="Id">As the time zone database names it.</param>
public sealed record Zone(string Id, string English, string French)
{
    private const string Cookie = "zone";

    /// <summary>Universal time, where nobody has chosen.</summary>
    public static Zone Universal { get; } = new("UTC", "universal time", "temps universel");

    /// <summary>From east to west.</summary>
    public static IReadOnlyList<Zone> All { get; } =
    [
        Universal,
        new("America/St_Johns", "Newfoundland time", "heure de Terre-Neuve"),
        new("America/Halifax", "Atlantic time", "heure de l’Atlantique"),
        new("America/Toronto", "Eastern time", "heure de l’Est"),
        new("America/Winnipeg", "Central time", "heure du Centre"),
        new("America/Regina", "Saskatchewan time", "heure de la Saskatchewan"),
        new("America/Edmonton", "Mountain time", "heure des Rocheuses"),
        new("America/Whitehorse", "Yukon time", "heure du Yukon"),
        new("America/Vancouver", "Pacific time", "heure du Pacifique"),
        new("America/Anchorage", "Alaska time", "heure de l’Alaska"),
        new("Pacific/Honolulu", "Hawaii time", "heure d’Hawaï"),
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

    public string Name(Edition edition) => edition.Language == Language.French ? French : English;

    /// <summary>An instant on the clocks there.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Rules);

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
        $"{edition.Dates.Day(DateOnly.FromDateTime(Local(utc)))}, {edition.Dates.Time(Local(utc))} ({Name(edition)})";
}
