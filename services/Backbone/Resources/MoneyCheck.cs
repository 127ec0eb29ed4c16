using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Works out anew what each document moves in funds, and holds it against the table of movements.</summary>
internal sealed class MoneyCheck(StandingRules rules) : ITableCheck
{
    public long Check(LogReader reader, Action<VerifyFault> fault)
    {
        var kinds = rules.Kinds.OfType<IMoving>().ToDictionary(kind => kind.Name);
        var differences = new Differences("money", fault);
        // What comes back is a matter of all returns of an allocation together.
        Dictionary<(string Receiver, string Name), List<(string Id, Movement Returned)>> returns = [];
        foreach (var document in DocumentWalk.Of(reader, kinds.ContainsKey))
        {
            List<Movement> moves = [.. kinds[document.Key.Kind].Moving(reader.Find, document)];
            if (moves is [{ Flow: Flow.Returned } returned])
            {
                var all = (returned.Initiative, returned.Fund);
                if (!returns.TryGetValue(all, out var others)) returns.Add(all, others = []);
                others.Add((document.Key.Id, returned));
            }
            else
            {
                Compare(reader, document.Key, moves, differences);
            }
        }

        foreach (var ((receiver, name), each) in returns)
        {
            var back = AllocatedMoney.ComesBack(reader.Find, receiver, name, each).ToDictionary(comes => comes.Id, comes => comes.Back);
            foreach (var (id, returned) in each)
                Compare(reader, new DocumentKey(receiver, ReturnKind.Kind, id), back.TryGetValue(id, out var comes) ? [returned, comes] : [returned], differences);
        }

        foreach (var (key, row) in MoneyRows.WithoutDocument(reader, [.. kinds.Keys]))
            differences.Tell(key, $"{row.Place} stands, and there is no such record");
        differences.End();
        // Movements are no totals.
        return 0;
    }

    private static void Compare(LogReader reader, DocumentKey key, List<Movement> follow, Differences differences)
    {
        var stand = MoneyRows.By(reader, key).ToDictionary(row => row.Place);
        foreach (var row in follow.Select(movement => new MoneyRow(movement, IsKept: key.Kind == EntryKind.KeptKind)))
        {
            if (!stand.Remove(row.Place, out var stands)) differences.Tell(key, $"{row.Place} is missing: {row.Shown}");
            else if (stands != row) differences.Tell(key, $"{row.Place} stands with {stands.Shown}, and the records say {row.Shown}");
        }

        foreach (var row in stand.Values) differences.Tell(key, $"{row.Place} stands, and the records move nothing so");
    }
}
