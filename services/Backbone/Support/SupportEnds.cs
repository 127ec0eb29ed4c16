using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Support;

/// <summary>Plans as their two ends may see them: who gives, and who is given what was shared.</summary>
/// <param name="records">The records.</param>
/// <param name="find">Finds a document.</param>
internal sealed class SupportEnds(SupportRecords records, Func<DocumentKey, StoredDocument?> find)
{
    /// <summary>A plan by its name; by its id alone, it is the initiative's own.</summary>
    /// <exception cref="Grpc.Core.RpcException">The initiative is at neither end of such a plan.</exception>
    public Found<SupportPlan> Get(string initiative, string field, string name)
    {
        var full = name.Contains('/') ? name : $"{initiative}/{name}";
        Fault(initiative, field, full, mustReceive: false)?.Throw();
        var place = Place.Of(full);
        return records.Plans.Get(find, place.Initiative, place.Id, field);
    }

    /// <summary>What is wrong with an initiative's naming a plan, `giver/plan`.</summary>
    public CallFault? Fault(string initiative, string field, string name, bool mustReceive)
    {
        if (RecordId.ReferenceFault(field, name) is { } malformed) return malformed;
        var (giver, id) = RecordId.Parts(name);
        if (!mustReceive && giver == initiative) return records.Plans.Find(find, giver, id) is null ? records.Plans.Missing(giver, id, field) : null;
        return records.Plans.Find(find, giver, id) is { Sharing: Sharing.Shared } plan && plan.Record.Child == initiative
            ? null
            : CallFault.NotFound(field, $"{giver} has no plan `{id}` for {initiative} that is known here");
    }
}
