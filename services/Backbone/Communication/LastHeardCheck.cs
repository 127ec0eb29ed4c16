using System.Globalization;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>
/// Looks whether every initiative is known to have been heard from when its documents say, and no other is. It may have
/// been heard from later than they say: what a document said before it was replaced counts too.
/// </summary>
internal sealed class LastHeardCheck(StandingRules rules) : ITableCheck
{
    private const string Table = "last heard";

    public long Check(LogReader reader, Action<VerifyFault> fault)
    {
        var (stand, differences) = (LastHeard.All(reader), new Differences(Table, fault));
        foreach (var (initiative, follows) in Follows(reader).OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            if (!stand.Remove(initiative, out var at)) differences.Tell(Key(initiative), $"it was heard from on {Shown(follows)}, and is not known to have been");
            else if (at < follows) differences.Tell(Key(initiative), $"it was heard from on {Shown(follows)}, and {Shown(at)} stands");
        }

        foreach (var (initiative, at) in stand.OrderBy(each => each.Key, StringComparer.Ordinal))
            differences.Tell(Key(initiative), $"{Shown(at)} stands, and it has said nothing");
        differences.End();
        // Days are no totals.
        return 0;
    }

    private Dictionary<string, DateTimeOffset> Follows(LogReader reader)
    {
        var kinds = rules.Kinds.Where(kind => kind is IHeard && kind.Travel != Travel.Kept).Select(kind => kind.Name).ToHashSet();
        Dictionary<string, DateTimeOffset> heard = [];
        foreach (var document in DocumentWalk.Of(reader, kinds.Contains))
        {
            // As the table has it: in milliseconds.
            var at = DateTimeOffset.FromUnixTimeMilliseconds(LastHeard.At(document).ToUnixTimeMilliseconds());
            if (at > heard.GetValueOrDefault(document.Key.Initiative)) heard[document.Key.Initiative] = at;
        }

        return heard;
    }

    private static DocumentKey Key(string initiative) => new(initiative, Table, "");

    private static string Shown(DateTimeOffset at) => at.ToString("u", CultureInfo.InvariantCulture);
}
