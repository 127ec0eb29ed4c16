using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest.Flight;

/// <summary>Whether an initiative is ready to take a function over, as its judge says. The id is `initiative/function`.</summary>
internal sealed class ReadinessKind(TimeProvider time) : RecordKind<ReadinessRecord>(time)
{
    public override string Name => "readiness";

    public override Travel Travel => Travel.Line;

    public static string IdOf(string initiative, Function function) => $"{initiative}/{Functions.Name(function)}";

    public override CallFault? Fault(ReadinessRecord record) => record.Judgement is null
        ? CallFault.Invalid("judgement", "is missing")
        : Check.Required("reason", record.Judgement.Reason) ?? Check.RequiredDay("day", record.Judgement.Day);

    protected override string? Misplaced(Document document) => RecordId.ReferenceFault("id", document.Id)?.Text;
}
