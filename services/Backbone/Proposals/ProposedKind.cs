using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Proposals;

/// <summary>A change that an initiative asks of the holder of a function.</summary>
internal sealed class ProposedKind(TimeProvider time) : RecordKind<ChangeProposal>(time)
{
    public const string Kind = "change-proposal";

    public override string Name => Kind;

    public override Travel Travel => Travel.Network;

    public override CallFault? Fault(ChangeProposal record) =>
        Check.Id("initiative", record.Initiative)
        ?? Check.Known("function", record.Function)
        ?? Check.Name("title", record.Title)
        ?? Check.Text("reason", record.Reason)
        ?? (record.ProposedOn.Length == 0 ? CallFault.Invalid("proposed_on", "is missing") : Check.Day("proposed_on", record.ProposedOn, out _));

    public override IEnumerable<Reference> Referring(Func<DocumentKey, StoredDocument?> find, NodeStanding standing, StoredDocument document) =>
        OpenProposals.Of(find, document);
}
