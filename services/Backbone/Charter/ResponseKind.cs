using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>The answer of an initiative that a proposed tenure names.</summary>
internal sealed class ResponseKind(TimeProvider time) : CharterKind(time)
{
    public const string Kind = "response";

    public override string Name => Kind;

    public static DocumentKey Key(string responder, CharterKey key) => new(responder, Kind, key.Id);

    protected override RefusalReason? Refuse(NodeStanding standing, StoredDocument document, CharterKey key, Tenures tenures)
    {
        var response = ResponseRecord.Parser.ParseFrom(document.Content.Payload);
        if (response.Revision < 1 || key.Proposer.Length == 0) return "an answer names the proposal and the revision that it answers";
        if (!tenures.Record.Proposals.TryGetValue((key.Epoch, key.Proposer), out var proposal)) return $"no such proposal of {key.Proposer} is known here";
        if (Check.Text("reason", response.Reason) is { } fault) return fault.Text;
        // Whom an earlier revision asked, only those know who saw it.
        return response.Revision < proposal.Revision || proposal.Holders.Contains(document.Content.Initiative)
            ? null
            : $"{document.Content.Initiative} was not asked";
    }

    protected override CharterRecord Add(CharterRecord record, StoredDocument document, CharterKey key)
    {
        var response = ResponseRecord.Parser.ParseFrom(document.Content.Payload);
        return record with
        {
            Responses = record.Responses.SetItem(
                (key.Epoch, key.Proposer, document.Content.Initiative), new Response(response.Accepted, response.Revision, response.Reason)),
        };
    }
}
