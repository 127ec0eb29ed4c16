using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>What a source is asked for.</summary>
internal sealed class ApplicationKind(TimeProvider time, Sharing sharing) : ResourceKind<Application>(time, "application", sharing)
{
    private const int MostNeeds = 20;

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

    public override IEnumerable<Reference> References(string initiative, Application record)
    {
        yield return new Reference(ResourceTopic.Source(initiative, record.Source));
        foreach (var need in record.Needs) yield return new Reference(ResourceTopic.Need(initiative, need));
        if (record.Fund.Length > 0) yield return new Reference(ResourceTopic.Fund(initiative, record.Fund));
    }
}
