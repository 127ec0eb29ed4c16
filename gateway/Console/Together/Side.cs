namespace CollectiveImpact.Console.Together;

/// <summary>One side of the work of an initiative, with a page of its own.</summary>
public enum Side
{
    Agenda,
    Activities,
    Communication,
    Partners,
    Proposals,
}

/// <summary>As the sides stand in addresses.</summary>
internal static class SidePath
{
    public static IReadOnlyList<Side> All { get; } = Enum.GetValues<Side>();

    public static string Of(Side side) => side.ToString().ToLowerInvariant();
}
