using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Support that an initiative plans for one below it, written by the host of who gives it.</summary>
internal sealed class SupportPlanKind(TimeProvider time, Sharing sharing) : TwinKind<SupportPlan>(time, Kind, Travel.Line, sharing)
{
    public const string Kind = "support-plan";

    public override CallFault? Fault(SupportPlan record) =>
        Check.Id("child", record.Child)
        ?? Check.KnownOrNone("function", record.Function)
        ?? Check.KnownOrNone("component", record.Component)
        ?? (record.Function == Function.Unspecified && record.Component == SupportPlan.Types.Component.Unspecified
            ? CallFault.Invalid("function", "is missing, and so is `component`; say for which function or which component the support is")
            : null)
        ?? Check.Required("what", record.What)
        ?? Check.RequiredDay("from", record.From)
        ?? Check.Days("from", record.From, "until", record.Until)
        ?? Hours.Read("hours", record.Hours, Hours.MostPlanned, out _);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, SupportPlan record)
    {
        var detail = PlannedSupport.Of(record).Detail;
        yield return new Reference(SupportTopic.From(document.Initiative), detail);
        yield return new Reference(SupportTopic.For(record.Child), detail);
    }
}
