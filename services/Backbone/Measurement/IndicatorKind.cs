using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>The definition of an indicator, written by whoever holds shared measurement for the initiative that defines it.</summary>
internal sealed class IndicatorKind(TimeProvider time) : IKind
{
    public const string Kind = "indicator";
    private const int LongestUnit = 60;

    public string Name => Kind;

    public Travel Travel => Travel.Network;

    public bool Recalled => true;

    public static DocumentKey Key(string definer, string indicator) => new(definer, Kind, indicator);

    public static CallFault? Fault(Indicator? indicator) => indicator is null
        ? CallFault.Invalid("indicator", "is missing; define one")
        : Check.Id("indicator.indicator", indicator.Indicator_)
            ?? Check.Name("indicator.name", indicator.Name)
            ?? Check.Text("indicator.unit", indicator.Unit, LongestUnit)
            ?? Check.Known("indicator.kind", indicator.Kind)
            ?? Check.Known("indicator.period_kind", indicator.PeriodKind)
            ?? (Enum.IsDefined(indicator.Direction) ? null : CallFault.Invalid("indicator.direction", "is unknown; give DIRECTION_UP, DIRECTION_DOWN or none"))
            ?? CellLabels.Fault("indicator.labels", indicator.Labels);

    /// <summary>Why a definition may not become another while figures stand that were reported under it.</summary>
    public static CallFault? ChangeFault(Indicator before, Indicator after)
    {
        const string advice = "figures were reported under it, and would mean something else; define a new indicator";
        if (before.Kind != after.Kind) return CallFault.Precondition("indicator.kind", $"was {before.Kind} and can't become {after.Kind}: {advice}");
        if (before.PeriodKind != after.PeriodKind)
            return CallFault.Precondition("indicator.period_kind", $"was {before.PeriodKind} and can't become {after.PeriodKind}: {advice}");
        return before.CellsAdd() == after.CellsAdd() ? null : CallFault.Precondition("indicator.cells_overlap", $"can't change: {advice}");
    }

    public RefusalReason? Refuse(NodeStanding standing, StoredDocument document, StoredDocument? former, LinkPeer peer)
    {
        var content = document.Content;
        var indicator = Indicator.Parser.ParseFrom(content.Payload);
        if (!content.Deleted && (indicator.Initiative != content.Initiative || indicator.Indicator_ != content.Id))
            return "an indicator's document has the initiative and the id of the indicator";
        return FunctionHolding.Refuse(standing, document, Function.EstablishSharedMeasurement, time.Today())
            ?? (content.Deleted ? null : Fault(indicator)?.Text);
    }

    public NodeStanding Learn(NodeStanding standing, StoredDocument document)
    {
        var content = document.Content;
        if (content.Deleted) return standing with { Indicators = standing.Indicators.Without(content.Initiative, content.Id) };
        var indicator = Indicator.Parser.ParseFrom(content.Payload);
        indicator.Revision = content.Revision;
        return standing with { Indicators = standing.Indicators.With(indicator) };
    }

    public void Follow(LogTransaction transaction, Step step)
    {
        // Reports may have come before the definition, from anywhere.
        transaction.Reconsider(null);
        // Its writer does not change what reports mean that it knows of; it may not know of all.
        var (definer, id) = (step.Document.Content.Initiative, step.Document.Content.Id);
        if (step.Former is null || Meaning(step.Before) == Meaning(step.After)) return;
        foreach (var initiative in step.After.Nest.Ids) Contributions.Move(transaction, step, initiative, $"{definer}/{id}/");

        (Indicator.Types.Kind, Indicator.Types.PeriodKind, bool)? Meaning(NodeStanding standing) =>
            standing.Indicators.Find(definer, id) is { } indicator ? (indicator.Kind, indicator.PeriodKind, indicator.CellsAdd()) : null;
    }
}
