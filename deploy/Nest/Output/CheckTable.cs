using CollectiveImpact.Nest.Arrival;
using CollectiveImpact.NestFolder;
using CollectiveImpact.NestFolder.Words;
using Spectre.Console;
using static CollectiveImpact.V1.Indicator.Types;

namespace CollectiveImpact.Nest.Output;

/// <summary>Published, rolled up, difference: one row a figure.</summary>
internal static class CheckTable
{
    private const int WidthForAll = 120;

    public static void Write(IAnsiConsole console, Folder folder, IReadOnlyList<ArrivedFigure> figures)
    {
        var kinds = folder.Indicators.ToDictionary(indicator => indicator.Id, indicator => indicator.Kind);
        var table = new Table { Border = TableBorder.Simple };
        // One indicator throughout leaves its room to the figures, where there is little.
        var indicators = figures.Select(figure => figure.Published.Indicator).Distinct().ToArray();
        var named = indicators.Length == 1 && console.Profile.Width < WidthForAll;
        if (named)
            table.Title = new TableTitle(Markup.Escape(indicators[0]));
        foreach (var name in named ? (string[])["initiative", "period", "cell"] : ["initiative", "indicator", "period", "cell"])
            table.AddColumn(name);
        foreach (var name in (string[])["published", "rolled up", "difference"])
            table.AddColumn(name, column => column.RightAligned());
        table.AddColumn("");
        foreach (var column in table.Columns)
            column.Padding(new Padding(0, 0, 1, 0));
        foreach (var figure in figures)
        {
            var row = figure.Published;
            string[] what = named ? [row.Initiative, row.Period, row.Cell] : [row.Initiative, row.Indicator, row.Period, row.Cell];
            table.AddRow([
                .. what.Select(Markup.Escape),
                Show(row.Value, row.Denominator, kinds[row.Indicator]),
                Show(figure.Value, figure.Denominator, kinds[row.Indicator]),
                Difference(figure),
                figure.Matches ? "matches" : "[red]differs[/]",
            ]);
        }
        console.Write(table);
    }

    private static string Show(Figure? value, Figure? denominator, Kind kind) => (value, denominator) switch
    {
        (null, _) => "none",
        ({ } figure, null) => figure.ToString(),
        ({ } sum, { } count) when count == Figure.Zero => $"{sum} / {count}",
        ({ } sum, { } count) when kind == Kind.Mean => $"{sum} / {count} = {sum.Over(count, factor: 1, digits: 2)}",
        ({ } part, { } whole) => $"{part} / {whole} = {part.Over(whole, factor: 100, digits: 1)} %",
    };

    private static string Difference(ArrivedFigure figure) => (figure.Difference, figure.DenominatorDifference) switch
    {
        (null, _) => "",
        ({ } value, null) => Signed(value),
        ({ } value, { } denominator) => $"{Signed(value)} / {Signed(denominator)}",
    };

    private static string Signed(Figure figure) => figure > Figure.Zero ? $"+{figure}" : figure.ToString();
}
