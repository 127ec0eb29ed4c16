using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.History;

/// <summary>What a successor says of what it is to take over. The id is `initiative/day`.</summary>
internal sealed class SuccessionAnswerKind(TimeProvider time) : RecordKind<SuccessionAnswerRecord>(time)
{
    public const string Kind = "succession-answer";

    public override string Name => Kind;

    public override Travel Travel => Travel.Network;

    public override bool Recalled => true;

    public static string IdOf(string initiative, string day) => $"{initiative}/{day}";

    public override CallFault? Fault(SuccessionAnswerRecord record) => Check.Known("answer", record.Answer)
        ?? (record.Answer == InitiativeSuccession.Types.Answer.Declined ? Check.Required("reason", record.Reason) : Check.Text("reason", record.Reason))
        ?? Check.RequiredDay("day", record.Day);

    public override NodeStanding Learn(NodeStanding standing, StoredDocument document)
    {
        var answered = RecordId.Parts(document.Content.Id);
        var answer = document.Content.Deleted ? null : Read(document);
        return standing with { Nest = standing.Nest.With(standing.Nest.Successions.With(document.Content.Initiative, answered, answer)) };
    }

    public override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        SuccessionKind.OpenWays(transaction, step, RecordId.Parts(step.Document.Content.Id).Initiative);
    }

    protected override string? Misplaced(Document document) => (RecordId.ReferenceFault("id", document.Id)
        ?? Check.RequiredDay("id", RecordId.Parts(document.Id).Id))?.Text;
}
