using CollectiveImpact.Exchange.Log;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>What of an initiative's own belongs to one of its campaigns or messages.</summary>
internal static class Belonging
{
    /// <summary>Whether records of a kind leave the node.</summary>
    public static bool IsShared(string kind) => !kind.EndsWith("-kept", StringComparison.Ordinal);

    /// <summary>The first that belongs to something, as `event `door-to-door``; null where nothing does.</summary>
    /// <param name="transaction">The operation.</param>
    /// <param name="initiative">Whose.</param>
    /// <param name="target">To what.</param>
    /// <param name="isMeant">Of which kinds.</param>
    public static string? To(LogTransaction transaction, string initiative, string target, Func<string, bool> isMeant)
    {
        using var rows = transaction.Query("SELECT kind, id FROM mentions WHERE target = $1 AND initiative = $2 ORDER BY kind, id", target, initiative);
        while (rows.Read())
        {
            var kind = rows.GetString(0);
            // What was said about it, as in a meeting, is not of it.
            if (Words(kind) is { } word && isMeant(kind)) return $"{word} `{rows.GetString(1)}`";
        }

        return null;
    }

    private static string? Words(string kind) => (IsShared(kind) ? kind : kind[..^"-kept".Length]) switch
    {
        CampaignMessageKind.Kind => "message",
        CampaignEventKind.Kind => "event",
        CampaignReachKind.Kind => "reach",
        EndorsementKind.Kind => "endorsement",
        AdaptationKind.Kind => "adaptation",
        _ => null,
    };
}
