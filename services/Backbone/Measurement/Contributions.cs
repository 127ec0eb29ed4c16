using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>The table of contributions: every figure of every report that stands.</summary>
internal static class Contributions
{
    /// <summary>Takes a report's figures out, and out of the totals they are in.</summary>
    public static void Remove(LogTransaction transaction, NodeStanding standing, ReportKey report)
    {
        foreach (var figure in Of(transaction, report))
            Count(transaction, standing, report, figure, (changes, key) => changes.Subtract(key, figure));
        transaction.Execute(
            "DELETE FROM contributions WHERE initiative = $1 AND indicator = $2 AND period = $3 AND reporter = $4",
            report.Initiative, report.Indicator, report.Period, report.Reporter);
    }

    /// <summary>Puts a report's figures in, and into the totals they belong to.</summary>
    public static void Add(LogTransaction transaction, NodeStanding standing, ReportKey report, IEnumerable<ReportedFigure> figures)
    {
        foreach (var figure in figures)
        {
            transaction.Execute(
                "INSERT INTO contributions VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                report.Initiative, report.Indicator, report.Period, report.Reporter, figure.Part, figure.Cell,
                figure.Value.ToString(), figure.Denominator.ToString(), figure.FromCells ? 1 : 0);
            Count(transaction, standing, report, figure, (changes, key) => changes.Add(key, figure));
        }
    }

    /// <summary>Moves what an initiative has reported from the totals it belonged to into those it belongs to now.</summary>
    public static void Move(LogTransaction transaction, Step step, string initiative)
    {
        foreach (var (report, figure) in OfInitiative(transaction, initiative))
        {
            Count(transaction, step.Before, report, figure, (changes, key) => changes.Subtract(key, figure));
            Count(transaction, step.After, report, figure, (changes, key) => changes.Add(key, figure));
        }
    }

    /// <summary>Reads the columns value, denominator, from_cells, part, cell, which begin at a place.</summary>
    public static ReportedFigure ReadFigure(Rows row, int at) => new(
        row.GetString(at + 3), row.GetString(at + 4), Figure.Stored(row.GetString(at)), Figure.Stored(row.GetString(at + 1)), row.GetInt32(at + 2) != 0);

    /// <summary>The totals that a figure belongs to.</summary>
    public static IEnumerable<TotalKey> Counts(NodeStanding standing, ReportKey report, ReportedFigure figure)
    {
        var adds = standing.Indicators.Find(report.Definer, report.IndicatorId)?.Kind != Indicator.Types.Kind.Value;
        return Attribution.Kept(standing, report.Initiative, Period.Parse(report.Period)!, figure.Part)
            .Where(target => adds || target == report.Initiative)
            .Select(target => new TotalKey(target, report.Indicator, figure.Cell, report.Period));
    }

    private static void Count(
        LogTransaction transaction, NodeStanding standing, ReportKey report, ReportedFigure figure, Action<TotalChanges, TotalKey> count)
    {
        var changes = transaction.Own<TotalChanges>();
        foreach (var key in Counts(standing, report, figure)) count(changes, key);
    }

    private static List<ReportedFigure> Of(LogTransaction transaction, ReportKey report)
    {
        using var rows = transaction.Query(
            "SELECT value, denominator, from_cells, part, cell FROM contributions WHERE initiative = $1 AND indicator = $2 AND period = $3 AND reporter = $4",
            report.Initiative, report.Indicator, report.Period, report.Reporter);
        List<ReportedFigure> figures = [];
        while (rows.Read()) figures.Add(ReadFigure(rows, 0));
        return figures;
    }

    private static List<(ReportKey Report, ReportedFigure Figure)> OfInitiative(LogTransaction transaction, string initiative)
    {
        using var rows = transaction.Query(
            "SELECT indicator, period, reporter, value, denominator, from_cells, part, cell FROM contributions WHERE initiative = $1",
            initiative);
        List<(ReportKey, ReportedFigure)> figures = [];
        while (rows.Read())
            figures.Add((new ReportKey(initiative, rows.GetString(0), rows.GetString(1), rows.GetString(2)), ReadFigure(rows, 3)));
        return figures;
    }
}
