using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Partners;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>Writes who supports or opposes an ask. That this node may is settled before.</summary>
internal sealed class PositionWriting(PolicyRecords records, PartnerRecords partners, TimeProvider time)
{
    public Found<AskPosition> Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, AskPosition position)
    {
        (Check.Id("ask", position.Ask) ?? Check.Id("position", position.Position))?.Within("position").Throw();
        var id = AskPositionKind.IdOf(position.Ask, position.Position);
        var former = records.Positions.Find(transaction.Find, initiative, id);
        var sharing = position.Sharing == Sharing.Unspecified ? former?.Sharing ?? Sharing.Kept : position.Sharing;
        var payload = position.Clone();
        (payload.Initiative, payload.Position, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        if (payload.Day.Length == 0) payload.Day = time.Today().Written();
        (Check.Known("sharing", sharing) ?? Check.PastDay("day", payload.Day, time.Today()) ?? Fault(transaction, standing, initiative, payload, sharing, former))?.Within("position").Throw();
        return records.Positions.Save(transaction, initiative, id, epoch, payload, position.Revision, sharing);
    }

    private CallFault? Fault(LogTransaction transaction, NodeStanding standing, string initiative, AskPosition position, Sharing sharing, Found<AskPosition>? former)
    {
        if (records.Asks.Find(transaction.Find, initiative, position.Ask) is not { } ask) return records.Asks.Missing(initiative, position.Ask, "ask");
        if (sharing == Sharing.Shared && ask.Sharing == Sharing.Kept)
            return CallFault.Invalid("sharing", $"is SHARING_SHARED, and ask `{position.Ask}` is kept; keep the position, or share the ask");
        // Those that are kept are known to the initiative's host alone, so nobody else can tell that there is none.
        var isAsked = position.Partner != former?.Record.Partner || (sharing == Sharing.Shared && former.Sharing == Sharing.Kept);
        if (position.Partner.Length == 0 || !isAsked || !standing.Hosts(initiative)) return null;
        if (Check.Id("partner", position.Partner) is { } malformed) return malformed;
        if (partners.Partners.Find(transaction.Find, initiative, position.Partner) is not { } partner)
            return partners.Partners.Missing(initiative, position.Partner, "partner");
        return sharing == Sharing.Shared && partner.Sharing == Sharing.Kept
            ? CallFault.Invalid("partner", $"`{position.Partner}` is a partner that is kept, and the position is shared; keep the position, or share the partner")
            : null;
    }
}
