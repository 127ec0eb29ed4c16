using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>What is asked of a public body: known above and below, or, while it is drafted, at its own node alone.</summary>
internal sealed class AskKind(TimeProvider time, Sharing sharing) : TwinKind<PolicyAsk>(time, Kind, Travel.Line, sharing)
{
    public const string Kind = "ask";

    private const int MostServed = 20;

    public override Function Function => Function.AdvancePolicy;

    public override CallFault? Fault(PolicyAsk record) => Shape(record) ?? AskStages.Fault(record.Moves) ?? AnswerFault("answer", record.Answer);

    /// <summary>What is wrong with what its writer says of it.</summary>
    public static CallFault? Shape(PolicyAsk record) =>
        Check.Name("title", record.Title)
        ?? Check.Required("asked", record.Asked)
        ?? Check.Name("body", record.Body)
        ?? Check.Known("instrument", record.Instrument)
        ?? Check.Distinct("indicators", record.Indicators, MostServed, RecordId.ReferenceFault)
        ?? Check.Distinct("clauses", record.Clauses, MostServed, RecordId.ReferenceFault);

    /// <summary>What is wrong with what a body answered.</summary>
    public static CallFault? AnswerFault(string field, PolicyAsk.Types.Answer? answer) => answer is null
        ? null
        : Check.Required($"{field}.text", answer.Text) ?? Check.RequiredDay($"{field}.day", answer.Day);

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, PolicyAsk record) =>
        [new(PolicyTopic.Asks), new(PolicyTopic.Stage(AskStages.Of(record))), new(PolicyTopic.Instrument(record.Instrument))];
}
