using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Standing;

/// <summary>What a table differs in from what follows from the documents: the first differences by name, and how many more there are.</summary>
internal sealed class Differences(string table, Action<VerifyFault> fault)
{
    private const int MostNamed = 100;

    private int _count;

    public void Tell(DocumentKey key, string what)
    {
        if (++_count <= MostNamed) fault(new VerifyFault { Initiative = key.Initiative, Kind = key.Kind, Id = key.Id, Fault = $"{table}: {what}" });
    }

    /// <summary>Tells of those that were not named.</summary>
    public void End()
    {
        if (_count > MostNamed) fault(new VerifyFault { Kind = table, Fault = $"{_count - MostNamed} more differ from what follows from the documents" });
    }
}
