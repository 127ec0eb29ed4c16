using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Activities;

/// <summary>What a look over the nest has to know of an activity without reading it.</summary>
/// <param name="Level">The level of its initiative.</param>
/// <param name="Status">Its status.</param>
/// <param name="From">Its first day; empty where it has none.</param>
/// <param name="Until">Its last day; empty where it has none.</param>
internal readonly record struct ActivityMark(Level Level, Activity.Types.Status Status, string From, string Until)
{
    /// <summary>Days before and after all others, as they stand in the text.</summary>
    public const string First = "0000-00-00", Last = "9999-99-99";

    /// <summary>How long the level and the status are, with which the text begins.</summary>
    public const int CountedLength = 2;

    // `12 2026-09-01 9999-99-99`: the queries of ActivityIndex count on these places.
    private const int FromAt = 3, UntilAt = 14, DayLength = 10;

    public static ActivityMark Of(Level level, Activity activity) => new(level, activity.Status, activity.From, activity.Until);

    /// <summary>Whether somebody works on it, or is about to.</summary>
    public bool IsWorking => Status is Activity.Types.Status.Planned or Activity.Types.Status.Underway;

    /// <summary>Whether both have a day in common.</summary>
    public bool Overlaps(ActivityMark other) =>
        string.CompareOrdinal(Begin, other.End) <= 0 && string.CompareOrdinal(other.Begin, End) <= 0;

    public static ActivityMark Read(string text) => new(
        (Level)(text[0] - '0'), (Activity.Types.Status)(text[1] - '0'), Day(text.Substring(FromAt, DayLength)), Day(text.Substring(UntilAt, DayLength)));

    /// <summary>How many activities begin so.</summary>
    public static Tally Counted(string mark, int many) => new((Level)(mark[0] - '0'), (Activity.Types.Status)(mark[1] - '0'), many);

    public string Write() => $"{(int)Level}{(int)Status} {Begin} {End}";

    private string Begin => From.Length == 0 ? First : From;

    private string End => Until.Length == 0 ? Last : Until;

    private static string Day(string text) => text is First or Last ? "" : text;
}
