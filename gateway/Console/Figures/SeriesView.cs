using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Figures;

/// <summary>The figures of one indicator and cell at one initiative, in the order of the periods.</summary>
public sealed record SeriesView(Indicator Indicator, string Cell, IReadOnlyList<FigureRow> Rows)
{
    public static SeriesView Of(Indicator indicator, Series series) =>
        new(indicator, series.Cell, [.. series.Points.Select(FigureRow.Of)]);

    public bool HasPublished => Rows.Any(row => row.Published is not null);

    /// <summary>The last period for which something is reported.</summary>
    public FigureRow? Latest => Rows.LastOrDefault(row => row.RolledUp is not null);

    /// <summary>
    /// The first reported period that the latest can be held against. A sum of fewer reports is a smaller sum:
    /// where the number of contributions differs, a change would say nothing about the world.
    /// </summary>
    public FigureRow? Earliest => Latest is { } latest
        ? Rows.FirstOrDefault(row => row.RolledUp is not null && row.Contributions == latest.Contributions && row != latest)
        : null;
}
