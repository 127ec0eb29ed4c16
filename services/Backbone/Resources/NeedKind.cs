using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>What an initiative needs.</summary>
internal sealed class NeedKind(TimeProvider time, Sharing sharing) : TwinKind<Need>(time, "need", Travel.Up, sharing)
{
    private const int MostServed = 20;

    public override Function Function => Function.MobilizeResources;

    public override CallFault? Fault(Need record) =>
        Check.Name("title", record.Title)
        ?? Check.Text("reason", record.Reason)
        ?? (record.Amount is null ? null : Amount.ReadPositive("amount", record.Amount, out _))
        ?? Check.Day("by_day", record.ByDay, out _)
        ?? Check.Distinct("activities", record.Activities, MostServed, RecordId.ReferenceFault)
        ?? Check.Distinct("indicators", record.Indicators, MostServed, RecordId.ReferenceFault)
        ?? Check.Known("state", record.State);
}
