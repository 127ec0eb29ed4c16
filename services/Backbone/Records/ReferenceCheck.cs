using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Records;

/// <summary>Works out anew what each record names, and holds it against the table of references: that of proposals that wait is a part of it.</summary>
internal sealed class ReferenceCheck(StandingRules rules) : ITableCheck
{
    public long Check(LogReader reader, Action<VerifyFault> fault)
    {
        var kinds = rules.Kinds.OfType<IReferring>().ToDictionary(kind => kind.Name);
        var (standing, differences) = (rules.Published, new Differences("references", fault));
        foreach (var document in DocumentWalk.Of(reader, kinds.ContainsKey))
            Compare(document.Key, ReferenceTable.By(reader, document.Key), [.. kinds[document.Key.Kind].Referring(reader.Find, standing, document)], differences);
        foreach (var mention in ReferenceTable.WithoutRecord(reader, [.. kinds.Keys]))
            differences.Tell(new DocumentKey(mention.Initiative, mention.Kind, mention.Id), $"`{mention.Target}` is named, and there is no such record");
        differences.End();
        // References are no totals.
        return 0;
    }

    private static void Compare(DocumentKey key, List<Mention> stand, List<Reference> follow, Differences differences)
    {
        var details = stand.ToDictionary(mention => mention.Target, mention => mention.Detail);
        foreach (var reference in follow.DistinctBy(reference => reference.Target))
        {
            if (!details.Remove(reference.Target, out var detail)) differences.Tell(key, $"`{reference.Target}` is missing");
            else if (detail != reference.Detail) differences.Tell(key, $"`{reference.Target}` stands with `{detail}`, and the record says `{reference.Detail}`");
        }

        foreach (var target in details.Keys) differences.Tell(key, $"`{target}` stands, and the record does not name it");
    }
}
