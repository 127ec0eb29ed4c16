namespace CollectiveImpact.Console.Together;

/// <summary>One side of the work of an initiative, with a page of its own.</summary>
public enum Side
{
    Agenda,
    Activities,
    Communication,
    Partners,
    Proposals,
    Learning,
    PublicWill,
    Policy,
    Resources,
}

/// <summary>As the sides stand in addresses.</summary>
internal static class SidePath
{
    public static IReadOnlyList<Side> All { get; } = Enum.GetValues<Side>();

    /// <summary>Small letters, a hyphen between words.</summary>
    public static string Of(Side side) => string.Concat(side.ToString().Select((letter, place) =>
        (place > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));
}
