using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>A proposed tenure: a declaration where the initiative itself proposes it, a hand-over where its holder does.</summary>
internal sealed class ProposalKind(TimeProvider time) : CharterKind(time)
{
    public const string Kind = "proposal";
    private const int MostHolders = 10;

    public override string Name => Kind;

    public static DocumentKey Key(string proposer, CharterKey key) => new(proposer, Kind, key.Id);

    /// <summary>Checks a proposal as its proposer's node does, and as every node does that receives it.</summary>
    public static CallFault? Fault(NodeStanding standing, string initiative, TenureRecord tenure, string holdersField)
    {
        if (tenure.Holders.Count is 0 or > MostHolders)
            return CallFault.Invalid(holdersField, $"names {tenure.Holders.Count} initiatives; name 1 to {MostHolders}");
        for (var i = 0; i < tenure.Holders.Count; i++)
        {
            var (field, holder) = ($"{holdersField}[{i}]", tenure.Holders[i]);
            if (Check.Id(field, holder) is { } fault) return fault;
            if (tenure.Holders.IndexOf(holder) < i) return CallFault.Invalid(field, $"{holder} is named twice");
            if (standing.Nest.Find(holder) is null) return CallFault.UnknownInitiative(field, holder);
            if (holder != initiative && !standing.Nest.Ancestors(initiative).Contains(holder))
                return CallFault.Invalid(field, $"{holder} is neither {initiative} nor an initiative that it is aligned with; align it first");
        }

        if (!tenure.Holders.Contains(tenure.Writer))
            return CallFault.Invalid("writer", $"`{Check.Shown(tenure.Writer)}` is none of the holders; name one of them, or leave it empty for the first");
        return Check.Text("reason", tenure.Reason) ?? Check.Days("from", tenure.From, "until", tenure.Until);
    }

    protected override RefusalReason? Refuse(NodeStanding standing, StoredDocument document, CharterKey key, Tenures tenures)
    {
        var proposer = document.Content.Initiative;
        if (proposer != key.Initiative && tenures.At(key.Epoch - 1)?.Writer != proposer)
            return RefusalClass.Function.Because(
                $"{proposer} does not hold {Functions.Words(key.Function)} for {key.Initiative} in epoch {key.Epoch - 1}, and can't hand it over");
        return Fault(standing, key.Initiative, TenureRecord.Parser.ParseFrom(document.Content.Payload), "holders")?.Text;
    }

    protected override CharterRecord Add(CharterRecord record, StoredDocument document, CharterKey key)
    {
        var tenure = TenureRecord.Parser.ParseFrom(document.Content.Payload);
        var proposer = document.Content.Initiative;
        return record with
        {
            Proposals = record.Proposals.SetItem((key.Epoch, proposer), Proposal.Read(proposer, key.Epoch, document.Content.Revision, tenure)),
        };
    }
}
