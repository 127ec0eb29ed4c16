using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>A channel: one that reaches the nest, or one that stays within its initiative.</summary>
internal sealed class ChannelKind(TimeProvider time, Reach reach)
    : SpokenKind<CommunicationChannel>(time, NameOf(reach), reach == Reach.Within ? Travel.Kept : Travel.Line)
{
    /// <summary>What all channels name, so that they are found together.</summary>
    public const string All = "channels";

    public static string NameOf(Reach reach) => reach == Reach.Within ? "channel-kept" : "channel";

    protected override string? Twin => NameOf(reach == Reach.Within ? Reach.Nest : Reach.Within);

    public override CallFault? Fault(CommunicationChannel record) =>
        (record.Reach == reach ? null : CallFault.Invalid("reach", $"is {record.Reach}, and a document of kind {Name} says {reach}"))
        ?? Check.Name("name", record.Name)
        ?? Check.Text("purpose", record.Purpose);

    protected override IEnumerable<Reference> Marks(Document document, CommunicationChannel record) => [new(All)];
}
