using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.Flight;

/// <summary>The five phases of practice by their four components.</summary>
internal static class PracticeGrids
{
    public static PracticeGrid Read(FlightRecords records, LogReader reader, string initiative)
    {
        List<PracticeCell> cells =
        [
            .. PracticeCellKind.All.Select(cell => records.Cells.Find(reader.Find, initiative, PracticeCellKind.IdOf(cell.Phase, cell.Component)) is { } found
                ? Show(found)
                : new PracticeCell { Initiative = initiative, Phase = cell.Phase, Component = cell.Component }),
        ];
        return new PracticeGrid
        {
            Initiative = initiative,
            Cells = { cells },
            At = cells.FirstOrDefault(cell => cell.State != PracticeCell.Types.State.Done)?.Phase ?? PracticePhase.Unspecified,
        };
    }

    public static PracticeCell Show(Found<PracticeCell> found)
    {
        var cell = found.Record.Clone();
        (cell.Initiative, cell.Revision, cell.Sharing) = (found.Initiative, found.Revision, found.Sharing);
        return cell;
    }
}
