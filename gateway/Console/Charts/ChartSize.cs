namespace CollectiveImpact.Console.Charts;

/// <summary>The drawing area in the units of its view box, and what text takes of it.</summary>
public sealed record ChartSize(double Width, double Height, double Font)
{
    public static ChartSize Main { get; } = new(360, 190, 13);

    /// <summary>As wide as a page's text: for a curve with what is to come of it.</summary>
    public static ChartSize Wide { get; } = new(420, 240, 12.5);

    public static ChartSize Small { get; } = new(260, 130, 13);

    /// <summary>About the width of a digit.</summary>
    public double Digit => Font * 0.58;
}
