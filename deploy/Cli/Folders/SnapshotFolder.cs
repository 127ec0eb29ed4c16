using System.Diagnostics;
using CollectiveImpact.NestFolder;
using CollectiveImpact.NestFolder.Functions;
using CollectiveImpact.NestFolder.Indicators;
using CollectiveImpact.NestFolder.Initiatives;
using CollectiveImpact.NestFolder.Labels;
using CollectiveImpact.NestFolder.Published;
using CollectiveImpact.NestFolder.Reports;
using CollectiveImpact.NestFolder.Words;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.FunctionState.Types;

namespace CollectiveImpact.Cli.Folders;

/// <summary>A snapshot as a nest folder. Rows have no line yet: it is written first, and found sound by being read again.</summary>
internal sealed class SnapshotFolder
{
    private readonly Snapshot snapshot;
    private readonly InitiativeTree tree;
    private readonly Dictionary<string, Indicator> indicators;

    public SnapshotFolder(Snapshot snapshot)
    {
        this.snapshot = snapshot;
        tree = new([.. snapshot.Initiatives.Select(each => new InitiativeRow(
            0, each.Initiative_, each.Level, each.Name, [.. each.Alignments.Select(alignment => alignment.Parent)]))]);
        // In a folder an id stands for one indicator. Where two define the same, the one nearest the top keeps it.
        indicators = snapshot.Indicators
            .OrderBy(each => tree.Upward(each.Initiative).Count).ThenBy(each => each.Initiative, StringComparer.Ordinal)
            .DistinctBy(each => each.Indicator_)
            .ToDictionary(each => $"{each.Initiative}/{each.Indicator_}");
    }

    public Folder Create() => new(
        tree,
        [.. indicators.Values.Select(Row)],
        [.. snapshot.Maps.SelectMany(map => map.Functions.Where(IsBegun).Select(state => Row(map, state))).Where(row => !IsUsual(row))],
        [.. snapshot.Reports.Where(report => indicators.ContainsKey(report.Indicator)).Select(Row)],
        [.. snapshot.Published.Where(figure => indicators.ContainsKey(figure.Indicator)).Select(Row)]);

    /// <summary>What the snapshot says and no folder can hold, a sentence each; <c>true</c> where figures would differ for it.</summary>
    public IEnumerable<(string What, bool ChangesFigures)> LeftOut()
    {
        foreach (var dropped in snapshot.Indicators.Where(each => !indicators.ContainsKey($"{each.Initiative}/{each.Indicator_}")))
            yield return ($"{dropped.Initiative}/{dropped.Indicator_} and what is reported for it: another initiative defines an indicator of the same id", true);
        foreach (var label in indicators.Values.SelectMany(each => each.Labels).GroupBy(label => label.Of).Where(same => same.Select(each => each.Name).Distinct().Skip(1).Any()))
            yield return ($"that indicators call {label.Key} by several names: the folder has the first of them", false);
        foreach (var initiative in snapshot.Initiatives)
        {
            foreach (var alignment in initiative.Alignments.Where(each => each.From.Length + each.Until.Length > 0))
                yield return ($"the dates of the alignment of {initiative.Initiative_} with {alignment.Parent}: after an import it is in force at any time", true);
            foreach (var alignment in initiative.Alignments.Where(each => each.Part is { } part && part.En.Length + part.Fr.Length > 0))
                yield return ($"what part of {initiative.Initiative_} belongs to {alignment.Parent}, in words", false);
        }
        foreach (var (map, state) in snapshot.Maps.SelectMany(map => map.Functions.Select(state => (map, state))))
        {
            var function = $"{FunctionNames.Of(state.Function)} of {map.Initiative}";
            if (state.Function == Function.EstablishSharedMeasurement && !IsBegun(state))
                yield return ($"the gap in {function}: after an import it holds the function itself", false);
            if (state.Proposed.Count > 0)
                yield return ($"the proposal to hold {function}, which waits for an answer", false);
            if (state.From.Length > 0 || (state.Reason is { } reason && reason.En.Length + reason.Fr.Length > 0))
                yield return ($"since when and why {function} is held by {state.Writer}", false);
        }
    }

    private IndicatorRow Row(Indicator indicator) => new(
        0, indicator.Indicator_, indicator.Name, indicator.Unit ?? new(), indicator.Kind, indicator.Direction,
        !indicator.CellsOverlap && indicator.Kind != Indicator.Types.Kind.Value, indicator.PeriodKind,
        // An only top defines what its folder does not say of anyone else.
        tree.Tops is [var top] && top.Id == indicator.Initiative ? "" : indicator.Initiative,
        [.. indicator.Labels.Select(label => new LabelRow(0, label.Of, label.Name))]);

    private static bool IsBegun(FunctionState state) => state.State is State.Held or State.Shared or State.Overlap or State.Lapsed;

    // The writer is the first of a row's holders.
    private static HoldingRow Row(FunctionMap map, FunctionState state) => new(
        0, map.Initiative, state.Function, [state.Writer, .. state.Holders.Where(holder => holder != state.Writer)], state.Until);

    /// <summary>Whether an import has it so without a row.</summary>
    private static bool IsUsual(HoldingRow row) => row is { IsOwn: true, Function: Function.EstablishSharedMeasurement };

    private ReportRows Row(StandingReport report)
    {
        var indicator = indicators[report.Indicator];
        var whole = report.Observations.Select(each => each.PartOf).Distinct().ToArray() is [var part] && tree.Find(report.Initiative)?.Parents is [var parent] && part == parent;
        return new(
            report.Initiative, indicator.Indicator_, report.Period, report.Reporter == report.Initiative ? "" : report.Reporter,
            // Where there is one parent, its part is the whole, and a folder calls it so.
            [.. report.Observations.Select(each => new ObservationRow(0, each.Cell, whole ? "" : each.PartOf, Read(each.Value), OrNone(each.Denominator)))]);
    }

    private PublishedRow Row(PublishedFigure figure) => new(
        0, figure.Initiative, indicators[figure.Indicator].Indicator_, figure.Period, figure.Cell, Read(figure.Value), OrNone(figure.Denominator),
        OrNone(figure.Tolerance) ?? Figure.Zero, OrNone(figure.DenominatorTolerance) ?? Figure.Zero, figure.Source);

    private static Figure? OrNone(string text) => text.Length == 0 ? null : Read(text);

    private static Figure Read(string text) =>
        Figure.TryParse(text, out var figure) ? figure : throw new UnreachableException($"the nest answers {text}, which is no figure");
}
