using System.Globalization;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Cli.Output;

/// <summary>How the tool says numbers, times and names.</summary>
internal static class Words
{
    private const int ShortIdLength = 8;

    public static string Of(Level level) => level.ToString().ToLowerInvariant();

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 document", "2 documents".</summary>
    public static string Count(long number, string one, string? several = null) =>
        $"{Number(number)} {(number == 1 ? one : several ?? one + "s")}";

    /// <summary>To the second, UTC: what two operators tell each other means the same.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Time(Timestamp? time) => time is null ? "" : Time(time.ToDateTimeOffset());

    /// <summary>"45 s", "3 min", "5 h", "12 days".</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => "under 1 s",
        { TotalSeconds: < 90 } => $"{Number((long)span.TotalSeconds)} s",
        { TotalMinutes: < 90 } => $"{Number((long)span.TotalMinutes)} min",
        { TotalHours: < 36 } => $"{Number((long)span.TotalHours)} h",
        _ => Count((long)span.TotalDays, "day"),
    };

    /// <summary>As much of a node's id as tells it from others, and as commands take it.</summary>
    public static string ShortId(string id) => id.Length <= ShortIdLength ? id : id[..ShortIdLength];

    /// <summary>The enumeration's word in lower case: `active` for `Active`.</summary>
    public static string Of<T>(T value)
        where T : struct, System.Enum => value.ToString().ToLowerInvariant();

    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => Count(bytes, "byte"),
        < 1 << 20 => $"{Tenths(bytes / 1024.0)} KiB",
        < 1 << 30 => $"{Tenths(bytes / 1048576.0)} MiB",
        _ => $"{Tenths(bytes / 1073741824.0)} GiB",
    };

    private static string Tenths(double number) => number.ToString("N1", CultureInfo.InvariantCulture);
}
