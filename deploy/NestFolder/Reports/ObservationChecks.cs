using CollectiveImpact.NestFolder.Indicators;
using CollectiveImpact.NestFolder.Initiatives;
using CollectiveImpact.NestFolder.Reading;
using CollectiveImpact.NestFolder.Words;
using static CollectiveImpact.NestFolder.Reports.ObservationColumns;

namespace CollectiveImpact.NestFolder.Reports;

/// <summary>What one row of <c>observations.csv</c> must be, for itself and beside the rows before it.</summary>
internal sealed class ObservationChecks(InitiativeDraft initiatives, IndicatorDraft indicators, PeriodKinds kinds)
{
    /// <summary>The partner that reports; empty where it is the initiative itself.</summary>
    public static string Reporter(TableRow row) =>
        row[ObservationColumns.Reporter] == row[Initiative] ? "" : row[ObservationColumns.Reporter];

    public ObservationRow? Read(TableRow row)
    {
        var initiative = initiatives.Tree.Find(row[Initiative]);
        var indicator = indicators.Find(row[Indicator]);
        var sound = row.Demand(
            initiatives.IsKnown(row[Initiative]), Initiative, $"{Quote.Of(row[Initiative])} is not in {InitiativesFile.Name}; add it there");
        sound &= row.Demand(
            indicators.IsKnown(row[Indicator]), Indicator, $"{Quote.Of(row[Indicator])} is not in {IndicatorsFile.Name}; add it there");
        sound &= initiative is null || indicator is null || row.Demand(
            indicator.DefinedBy.Length == 0 || initiatives.Tree.Upward(initiative.Id).Contains(indicator.DefinedBy), Indicator,
            $"{row[Indicator]} is defined by {indicator.DefinedBy}, which is neither {initiative.Id} nor above it; define another for it");
        sound &= row.Demand(
            row[ObservationColumns.Reporter].Length == 0 || Ids.IsId(row[ObservationColumns.Reporter]), ObservationColumns.Reporter,
            $"{Quote.Of(row[ObservationColumns.Reporter])} is no id; {Ids.Rule}; leave it empty where the initiative's backbone reports");
        sound &= kinds.Check(row, Period, ObservationsFile.Name, row[Indicator]);
        sound &= row.Demand(Cells.IsCell(row[Cell]), Cell, $"{Quote.Of(row[Cell])} is no cell; {Cells.Rule}");
        sound &= initiative is null || CheckPart(row, initiative);
        sound &= Figures.TryRead(row, Value, Denominator, indicator, empty: true, out var figures);
        return sound && initiative is not null && indicator is not null
            ? new(row.Number, row[Cell], row[PartOf], figures.Value, figures.Denominator)
            : null;
    }

    private bool CheckPart(TableRow row, InitiativeRow initiative)
    {
        var dividing = initiatives.Tree.DividingParents(initiative);
        var named = string.Join(" or ", dividing);
        return dividing.Count > 1
            ? row.Demand(
                dividing.Contains(row[PartOf]), PartOf,
                row[PartOf].Length == 0
                    ? $"{initiative.Id} has several parents; say to which this figure belongs: {named}"
                    : $"{Quote.Of(row[PartOf])} is no parent of {initiative.Id}; write {named}")
            : row.Demand(
                row[PartOf].Length == 0, PartOf,
                $"the figures of {initiative.Id} are not divided among parents, so they have no parts; leave it empty");
    }
}
