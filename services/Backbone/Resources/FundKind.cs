using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Money from one source, in one currency.</summary>
internal sealed class FundKind(TimeProvider time, Sharing sharing) : TwinKind<Fund>(time, Kind, Travel.Up, sharing)
{
    public const string Kind = "fund";

    private const int MostServed = 20;

    /// <summary>Whether documents of a kind are funds, shared or kept.</summary>
    public static bool IsFund(string kind) => kind == Kind || kind == Kept(Kind);

    public override Function Function => Function.MobilizeResources;

    public override CallFault? Fault(Fund record) =>
        Check.Known("kind", record.Kind)
        ?? (record.Kind == Fund.Types.Kind.Allocation
            ? CallFault.Invalid("kind", "is KIND_ALLOCATION, and such a fund comes of an allocation that was accepted (Resources.AnswerAllocation); give another kind")
            : null)
        ?? (record.Source.Length == 0 && record.Kind == Fund.Types.Kind.Own ? null : Check.Id("source", record.Source))
        ?? Check.Name("name", record.Name)
        ?? Amount.Read("promised", record.Promised, out _)
        ?? Check.Days("from", record.From, "until", record.Until)
        ?? Check.Text("purpose", record.Purpose)
        ?? Check.Distinct("indicators", record.Indicators, MostServed, RecordId.ReferenceFault)
        ?? Check.Distinct("needs", record.Needs, MostServed, Check.Id);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, Fund record)
    {
        if (record.Source.Length > 0) yield return new Reference(ResourceTopic.Source(document.Initiative, record.Source));
        foreach (var need in record.Needs) yield return new Reference(ResourceTopic.Need(document.Initiative, need));
    }
}
