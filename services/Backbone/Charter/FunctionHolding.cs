using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>Who may write a function's documents: asked before this node writes one, and of each that comes by a link.</summary>
internal static class FunctionHolding
{
    /// <summary>The epoch under which this node may write now; or why it may not, with the holder's name.</summary>
    /// <param name="standing">What stands.</param>
    /// <param name="initiative">Whose function it is.</param>
    /// <param name="function">Which.</param>
    /// <param name="by">The initiative that writes; empty for whoever holds the function at this node.</param>
    /// <param name="today">The day.</param>
    /// <param name="epoch">The tenure's epoch.</param>
    public static CallFault? MayWrite(
        NodeStanding standing, string initiative, Function function, string by, DateOnly today, out long epoch)
    {
        epoch = 0;
        var words = Functions.Words(function);
        if (standing.Nest.Find(initiative) is null) return CallFault.UnknownInitiative("initiative", initiative);
        var tenures = standing.Charters.Tenures(initiative, function, today);
        if ((tenures.Current is null || tenures.IsOver) && tenures.Accepted is { } next)
            return CallFault.Precondition(
                "initiative", $"{next.Writer} has accepted {words} for {initiative}, and holds it as soon as the node of {initiative} has heard of that; try again then", next.Writer);
        if (tenures.Current is not { } current)
            return CallFault.Precondition("initiative", $"nobody holds {words} for {initiative}; declare who does (Charter.Declare)");
        if (tenures.IsOver)
            return CallFault.Precondition("initiative", $"the term of {current.Writer}, which held {words} for {initiative}, ended on {current.Until:yyyy-MM-dd}; declare who holds it now");
        if (by.Length > 0 && by != current.Writer)
            return CallFault.Precondition("by", $"{current.Writer} holds {words} for {initiative}, and {Check.Shown(by)} does not; ask {current.Writer}", current.Writer);
        if (!standing.Hosts(current.Writer))
            return CallFault.Precondition("initiative", $"{current.Writer} holds {words} for {initiative}, at another node; ask there", current.Writer);
        if (tenures.ReleaseOf(current) is not null)
            return CallFault.Precondition("initiative", $"{current.Writer} has released {words} for {initiative}; the next holder has yet to take it up", current.Writer);
        epoch = current.Epoch;
        return null;
    }

    /// <summary>Why a document that came by a link was not its writer's to write; null when it was.</summary>
    public static RefusalReason? Refuse(NodeStanding standing, StoredDocument document, Function function, DateOnly today)
    {
        var (content, words) = (document.Content, Functions.Words(function));
        var tenures = standing.Charters.Tenures(content.Initiative, function, today);
        if (tenures.At(content.Epoch) is not { } tenure)
            return RefusalClass.Epoch.Because($"nobody is known here to have held {words} for {content.Initiative} in epoch {content.Epoch}");
        if (standing.Nest.Find(tenure.Writer)?.Host != document.Writer)
            return RefusalClass.Hosting.Because(
                $"{tenure.Writer} held {words} for {content.Initiative} in epoch {content.Epoch}, and node {document.Writer} does not host it");
        if (tenures.ReleaseOf(tenure) is { } release && !release.Follows(LogPlace.Of(content)))
            return RefusalClass.Function.Because($"{tenure.Writer} wrote it after it had released {words} for {content.Initiative}");
        return tenure.Until is { } until && DateOnly.FromDateTime(content.WrittenAt.ToDateTime()) > until
            ? RefusalClass.Function.Because($"{tenure.Writer} wrote it after its term had ended on {until:yyyy-MM-dd}")
            : null;
    }
}
