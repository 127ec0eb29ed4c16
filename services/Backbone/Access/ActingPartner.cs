using CollectiveImpact.Exchange.Calls;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Access;

/// <summary>
/// For which partner a call is made by somebody who may make it for that one alone. That a request names this partner is
/// settled before; that what it would replace is the partner's too is settled by whoever reads that.
/// </summary>
internal static class ActingPartner
{
    private static readonly object Key = new();

    public static void Note(ServerCallContext context, string partner)
    {
        if (partner.Length > 0) context.UserState[Key] = partner;
    }

    /// <summary>Why what stands is not the caller's to replace; null where it is, or nothing stands.</summary>
    /// <param name="context">The call.</param>
    /// <param name="field">What names it in the request.</param>
    /// <param name="owner">The partner whose it is; null where nothing stands.</param>
    public static CallFault? Fault(ServerCallContext context, string field, string? owner) =>
        owner is null || !context.UserState.TryGetValue(Key, out var partner) || (string)partner == owner
            ? null
            : new CallFault(StatusCode.PermissionDenied, field, $"it is of the partner `{Check.Shown(owner)}`; ask the backbone to change it");
}
