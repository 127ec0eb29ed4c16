using CollectiveImpact.Backbone.Activities;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement.Learning;

/// <summary>Writes targets, the stories behind curves, and crosswalks. That this node may is settled before.</summary>
internal sealed class LearningWriting(LearningRecords records, ActivityRecords activities)
{
    public Found<Targets> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, Targets targets)
    {
        var indicator = Named(standing, initiative, "targets.indicator", targets.Indicator);
        var payload = new Targets { Baseline = targets.Baseline, Targets_ = { targets.Targets_ } };
        (records.Targets.Fault(payload) ?? PeriodFault(indicator, payload))?.Within("targets").Throw();
        foreach (var target in payload.Targets_)
        {
            Cell.Read("", target.Cell, out var cell);
            Figure.Read("", target.Value, out var value);
            (target.Cell, target.Value) = (cell.Text, value.ToString());
        }

        List<CurveTarget> ordered = [.. payload.Targets_.OrderBy(target => target.Cell, StringComparer.Ordinal).ThenBy(target => Period.Parse(target.Period)!.First)];
        payload.Targets_.Clear();
        payload.Targets_.Add(ordered);
        return records.Targets.Save(transaction, initiative, IndicatorKey.Of(indicator), epoch, payload, targets.Revision, targets.Sharing, (_, _) => null);
    }

    public Found<CurveStory> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, CurveStory story)
    {
        var payload = story.Clone();
        (payload.Initiative, payload.Story, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        payload.Indicator = IndicatorKey.Of(Named(standing, initiative, "story.indicator", story.Indicator));
        return records.Stories.Save(
            transaction, initiative, story.Story, epoch, payload, story.Revision, story.Sharing,
            (former, sharing) => Served.Each("actions", payload.Actions, former?.Record.Actions ?? [], (field, action) => ActionFault(transaction, standing, initiative, field, action, sharing)));
    }

    public Found<Crosswalk> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, Crosswalk crosswalk)
    {
        var payload = new Crosswalk { Comparability = crosswalk.Comparability, Differences = crosswalk.Differences };
        var local = Named(standing, initiative, "crosswalk.local", crosswalk.Local.Contains('/') ? crosswalk.Local : $"{initiative}/{crosswalk.Local}");
        if (local.Initiative != initiative)
            CallFault.Invalid("crosswalk.local", $"{local.Initiative} defines it; name an indicator that {initiative} defines itself").Throw();
        var core = Named(standing, initiative, "crosswalk.core", crosswalk.Core);
        if (!standing.Nest.Ancestors(initiative).Contains(core.Initiative))
            CallFault.Invalid("crosswalk.core", $"{core.Initiative} defines it, which is not above {initiative}; name an indicator of an initiative that {initiative} is aligned with").Throw();
        (payload.Local, payload.Core) = (IndicatorKey.Of(local), IndicatorKey.Of(core));
        return records.Crosswalks.Save(
            transaction, initiative, crosswalk.Crosswalk_, epoch, payload, crosswalk.Revision, crosswalk.Sharing, (_, _) => null);
    }

    /// <summary>The indicator that is meant.</summary>
    public static Indicator Named(NodeStanding standing, string initiative, string field, string name)
    {
        standing.Indicators.Resolve(standing.Nest, initiative, field, name, out var indicator)?.Throw();
        return indicator;
    }

    private CallFault? ActionFault(LogTransaction transaction, NodeStanding standing, string initiative, string field, string reference, Sharing sharing)
    {
        var (owner, id) = RecordId.Parts(reference);
        if (InLine.Fault(standing, initiative, field, owner, "activities") is { } fault) return fault;
        if (activities.Activities.Find(transaction.Find, owner, id) is not { } found) return activities.Activities.Missing(owner, id, field);
        return sharing == Sharing.Shared && found.Sharing == Sharing.Kept
            ? CallFault.Invalid(field, $"`{reference}` is kept, and the story that names it is shared; keep both, or share both")
            : null;
    }

    private static CallFault? PeriodFault(Indicator indicator, Targets targets) =>
        targets.Targets_.Select((target, i) => (Field: $"targets[{i}].period", target.Period)).Append((Field: "baseline", Period: targets.Baseline))
            .Where(each => each.Period.Length > 0 && Period.Parse(each.Period)!.Kind != indicator.PeriodKind)
            .Select(each => CallFault.Invalid(each.Field, $"`{each.Period}` is no {indicator.PeriodKind}, and {indicator.Indicator_} is reported by {indicator.PeriodKind}"))
            .FirstOrDefault();
}
