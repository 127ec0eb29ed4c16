using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>A crosswalk with the two figures that it is about.</summary>
internal static class SideBySide
{
    public static Crosswalk Show(LogReader reader, NodeStanding standing, Found<Crosswalk> found)
    {
        var crosswalk = ShownLearning.Of(found);
        if (!Attribution.Keeps(standing, found.Initiative) || Find(standing, crosswalk.Local) is not { } local || Find(standing, crosswalk.Core) is not { } core) return crosswalk;
        var (ones, others) = (Totals(reader, found.Initiative, local), Totals(reader, found.Initiative, core));
        if (ones.Keys.Where(others.ContainsKey).MaxBy(period => Period.Parse(period)!.First) is not { } latest) return crosswalk;
        crosswalk.LocalFigure = SeriesReader.Point(local, ones[latest].Key, ones[latest], null);
        crosswalk.CoreFigure = SeriesReader.Point(core, others[latest].Key, others[latest], null);
        return crosswalk;
    }

    private static Indicator? Find(NodeStanding standing, string name)
    {
        var (definer, id) = RecordId.Parts(name);
        return standing.Indicators.Find(definer, id);
    }

    private static Dictionary<string, Total> Totals(LogReader reader, string initiative, Indicator indicator) =>
        SeriesReader.Totals(reader, initiative, indicator, "").Where(total => total.Contributions > 0).ToDictionary(total => total.Key.Period);
}
