using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>
/// What reports contribute to totals. The reports' documents say it, and nothing is stored beside them: totals are kept
/// equal to what the documents that stand add up to, as they are to be read now.
/// </summary>
internal static class Contributions
{
    /// <summary>A report's figures; none where it is withdrawn, or its indicator is no longer defined in a way that it fits.</summary>
    public static IReadOnlyList<ReportedFigure> Of(NodeStanding standing, ReportKey report, Document content)
    {
        if (content.Deleted || standing.Indicators.Find(report.Definer, report.IndicatorId) is not { } indicator) return [];
        var observations = ReportRecord.Parser.ParseFrom(content.Payload).Observations;
        return ReportContent.Read(indicator, Period.Parse(report.Period)!, observations, out var figures) is null ? figures : [];
    }

    /// <summary>Takes a report's figures out of the totals that they are in.</summary>
    public static void Remove(LogTransaction transaction, NodeStanding standing, ReportKey report, IReadOnlyList<ReportedFigure> figures)
    {
        var changes = transaction.Own<TotalChanges>();
        foreach (var (key, figure) in Counts(standing, report, figures)) changes.Subtract(key, figure);
    }

    /// <summary>Puts a report's figures into the totals that they belong to.</summary>
    public static void Add(LogTransaction transaction, NodeStanding standing, ReportKey report, IReadOnlyList<ReportedFigure> figures)
    {
        var changes = transaction.Own<TotalChanges>();
        foreach (var (key, figure) in Counts(standing, report, figures)) changes.Add(key, figure);
    }

    /// <summary>Moves what an initiative has reported from the totals it belonged to into those it belongs to now.</summary>
    /// <param name="transaction">The operation.</param>
    /// <param name="step">What has changed.</param>
    /// <param name="initiative">Whose reports.</param>
    /// <param name="indicator">Of which indicator, `definer/indicator/`; empty for all.</param>
    public static void Move(LogTransaction transaction, Step step, string initiative, string indicator = "")
    {
        foreach (var document in transaction.DocumentsBeginning(initiative, ReportKind.Kind, indicator))
        {
            var report = ReportKey.Read(initiative, document.Content.Id)!;
            Remove(transaction, step.Before, report, Of(step.Before, report, document.Content));
            Add(transaction, step.After, report, Of(step.After, report, document.Content));
        }
    }

    /// <summary>The totals that each figure of a report belongs to.</summary>
    public static IEnumerable<(TotalKey Key, ReportedFigure Figure)> Counts(
        NodeStanding standing, ReportKey report, IReadOnlyList<ReportedFigure> figures)
    {
        if (figures.Count == 0) yield break;
        var adds = standing.Indicators.Find(report.Definer, report.IndicatorId)!.Adds();
        var period = Period.Parse(report.Period)!;
        var (part, targets) = ("", (IReadOnlyList<string>)[]);
        for (var i = 0; i < figures.Count; i++)
        {
            var figure = figures[i];
            if (i == 0 || figure.Part != part) (part, targets) = (figure.Part, standing.Kept.Of(report.Initiative, period, figure.Part));
            foreach (var target in targets)
                if (adds || target == report.Initiative) yield return (new TotalKey(target, report.Indicator, figure.Cell, report.Period), figure);
        }
    }
}
