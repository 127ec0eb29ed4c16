using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>What those below are told of what an ask stands on.</summary>
internal sealed class AskFaceKind(TimeProvider time) : RecordKind<AskFaceRecord>(time)
{
    public const string Kind = "ask-face";

    private const int Most = 2_000;

    public override string Name => Kind;

    public override Travel Travel => Travel.Line;

    public override Function Function => Function.AdvancePolicy;

    public override CallFault? Fault(AskFaceRecord record) =>
        (record.MetBy is { } met && met.Named.Count <= Most && met.Places.Count <= Most ? null : CallFault.Invalid("met_by", $"is missing, or names more than {Most}"))
        ?? (record.Stories.Count <= Most && record.Marks.Count <= Most && record.Marks.All(mark => mark.Length == BarrierMark.Length)
            ? null
            : CallFault.Invalid("marks", $"are more than {Most}, or not each {BarrierMark.Length} bytes long"));
}
