using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>What a source is asked for.</summary>
internal sealed class ApplicationKind(TimeProvider time, Sharing sharing) : TwinKind<Application>(time, "application", Travel.Up, sharing)
{
    private const int MostNeeds = 20;

    public override Function Function => Function.MobilizeResources;

    public override CallFault? Fault(Application record) =>
        Check.Id("source", record.Source)
        ?? Check.Name("title", record.Title)
        ?? Amount.ReadPositive("amount", record.Amount, out _)
        ?? Check.Distinct("needs", record.Needs, MostNeeds, Check.Id)
        ?? Check.Known("state", record.State)
        ?? Check.Days("submitted_on", record.SubmittedOn, "decided_on", record.DecidedOn)
        ?? Check.Text("reason", record.Reason)
        ?? (record.Fund.Length == 0 ? null : Check.Id("fund", record.Fund) ?? (record.State == Application.Types.State.Awarded
            ? null
            : CallFault.Invalid("fund", "goes with STATE_AWARDED alone; leave it empty until the application was awarded")));

    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, Application record)
    {
        yield return new Reference(ResourceTopic.Source(document.Initiative, record.Source));
        foreach (var need in record.Needs) yield return new Reference(ResourceTopic.Need(document.Initiative, need));
        if (record.Fund.Length > 0) yield return new Reference(ResourceTopic.Fund(document.Initiative, record.Fund));
    }
}
