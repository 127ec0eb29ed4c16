using System.Globalization;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.Flight;

/// <summary>The phases of alignments.</summary>
internal static class PhaseList
{
    /// <summary>The present phase of an alignment; where none was ever said it is developing.</summary>
    public static NestPhase Present(FlightRecords records, Func<DocumentKey, StoredDocument?> find, string initiative, string parent)
    {
        // Few alignments have more than a handful; numbers have no gaps, since one node gives them out.
        NestPhase? present = null;
        for (var number = 1; records.Phases.Find(find, initiative, NestPhaseKind.IdOf(parent, number)) is { } found; number++) present = Show(found);
        return present ?? new NestPhase { Initiative = initiative, Parent = parent, Phase = NestPhase.Types.Phase.Developing };
    }

    public static IEnumerable<NestPhase> History(FlightRecords records, LogReader reader, string initiative, string parent) =>
        records.Phases.Standing(reader, initiative, prefix: $"{parent}/").Select(Show);

    /// <summary>The present phases of an initiative's alignments, or of those aligned with it, each with its place, `initiative/parent`.</summary>
    public static IEnumerable<(string Place, NestPhase Item)> Present(FlightRecords records, LogReader reader, NodeStanding standing, string initiative, bool children, string after)
    {
        var pairs = children
            ? standing.Nest.Children(initiative).Order(StringComparer.Ordinal).Select(child => (Child: child, Parent: initiative))
            : standing.Nest.Alignments(initiative).Keys.Select(parent => (Child: initiative, Parent: parent));
        foreach (var (child, parent) in pairs)
        {
            var place = $"{child}/{parent}";
            if (string.CompareOrdinal(place, after) > 0) yield return (place, Present(records, reader.Find, child, parent));
        }
    }

    private static NestPhase Show(Found<NestPhase> found)
    {
        var (parent, number) = RecordId.Parts(found.Id);
        var phase = found.Record.Clone();
        (phase.Initiative, phase.Parent, phase.Number) = (found.Initiative, parent, int.Parse(number, CultureInfo.InvariantCulture));
        return phase;
    }
}
