namespace CollectiveImpact.Console.Charts;

/// <summary>A column with the mark of the published figure across it. Coordinates are those of the view box.</summary>
/// <param name="Bar">Top and height; null where nothing is reported.</param>
/// <param name="Published">Height of the published figure's mark.</param>
/// <param name="Label">The figure above the column; empty where there is no room.</param>
internal sealed record Column(
    double Left,
    double Width,
    (double Top, double Height)? Bar,
    double? Published,
    string Label,
    double LabelY,
    string Mark)
{
    public double Middle => Left + (Width / 2);
}
