using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Works out anew of which initiative's own fund the money of each accepted allocation is, and holds it against what is noted.</summary>
internal sealed class FundOriginCheck : ITableCheck
{
    public long Check(LogReader reader, Action<VerifyFault> fault)
    {
        var (stand, differences) = (All(reader), new Differences("fund origins", fault));
        foreach (var answer in DocumentWalk.Of(reader, kind => kind == AllocationAnswerKind.Kind))
        {
            var (key, noted) = (answer.Key, stand.Remove((answer.Key.Initiative, answer.Key.Id), out var stands));
            if (FundOrigins.By(reader.Find, key.Initiative, key.Id) is not { } follows)
            {
                if (noted) differences.Tell(key, $"{Shown(stands)} stands, and the records say no origin");
            }
            else if (!noted)
            {
                differences.Tell(key, $"{Shown(follows)} is missing");
            }
            else if (stands != follows)
            {
                differences.Tell(key, $"{Shown(stands)} stands, and the records say {Shown(follows)}");
            }
        }

        foreach (var ((initiative, fund), origin) in stand)
            differences.Tell(new DocumentKey(initiative, AllocationAnswerKind.Kind, fund), $"{Shown(origin)} stands, and there is no such record");
        differences.End();
        // Origins are no totals.
        return 0;
    }

    private static Dictionary<(string Initiative, string Fund), (string Initiative, string Fund)> All(LogReader reader)
    {
        using var rows = reader.Query("SELECT initiative, fund, origin_initiative, origin_fund FROM fund_origins ORDER BY initiative, fund");
        Dictionary<(string, string), (string, string)> all = [];
        while (rows.Read()) all.Add((rows.GetString(0), rows.GetString(1)), (rows.GetString(2), rows.GetString(3)));
        return all;
    }

    private static string Shown((string Initiative, string Fund) origin) => $"`{origin.Initiative}` `{origin.Fund}`";
}
