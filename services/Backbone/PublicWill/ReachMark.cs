using System.Globalization;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>What a table, or the search for what is counted twice, has to know of a reach without reading it.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Count">How many.</param>
/// <param name="Message">The message; empty for the campaign as a whole.</param>
internal readonly record struct ReachMark(string From, string Until, long Count, string Message)
{
    // `2026-09-01 2026-09-30 12000 message`
    private const int DayLength = 10, CountAt = 22;

    public static ReachMark Of(CampaignReach reach) => new(reach.From, reach.Until, reach.Count, reach.Message);

    public static ReachMark Read(string text)
    {
        var end = text.IndexOf(' ', CountAt);
        return new ReachMark(
            text[..DayLength], text.Substring(DayLength + 1, DayLength), long.Parse(text.AsSpan(CountAt, end - CountAt), CultureInfo.InvariantCulture), text[(end + 1)..]);
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{From} {Until} {Count} {Message}");

    /// <summary>Whether two of one campaign, channel and measure count the same on a day: a campaign as a whole counts its messages too.</summary>
    public bool CountsWith(ReachMark other) =>
        string.CompareOrdinal(From, other.Until) <= 0 && string.CompareOrdinal(other.From, Until) <= 0
        && (Message.Length == 0 || other.Message.Length == 0 || Message == other.Message);

    /// <summary>How it lies to some days, of which empty bounds are open.</summary>
    public Lies In(string from, string until)
    {
        var isWhole = string.CompareOrdinal(From, from) >= 0 && (until.Length == 0 || string.CompareOrdinal(Until, until) <= 0);
        var isOut = string.CompareOrdinal(Until, from) < 0 || (until.Length > 0 && string.CompareOrdinal(From, until) > 0);
        return isWhole ? Lies.Within : isOut ? Lies.Outside : Lies.Partly;
    }
}

/// <summary>How days lie to others.</summary>
internal enum Lies
{
    Within,
    Partly,
    Outside,
}
