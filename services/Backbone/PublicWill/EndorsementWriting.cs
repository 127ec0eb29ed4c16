using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Partners;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.Endorsement.Types;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>Writes endorsements: who gave one goes no further than was agreed. That this node may is settled before.</summary>
internal sealed class EndorsementWriting(WillRecords records, PartnerRecords partners, TimeProvider time)
{
    public Endorsement Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, Endorsement endorsement)
    {
        var (id, former) = (endorsement.Endorsement_, records.Endorsements.Find(transaction.Find, initiative, endorsement.Endorsement_));
        var endorser = records.Endorsers.Find(transaction.Find, initiative, id);
        // What was taken back is kept from then on, whatever it was.
        var sharing = endorsement.Withdrawn.Length > 0 ? Sharing.Kept : endorsement.Sharing == Sharing.Unspecified ? former?.Sharing ?? Sharing.Kept : endorsement.Sharing;
        var payload = endorsement.Clone();
        (payload.Initiative, payload.Endorsement_, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        if (payload.Day.Length == 0) payload.Day = time.Today().Written();
        if (payload.Naming == Naming.Unspecified) payload.Naming = former?.Record.Naming ?? Naming.BySector;
        (Check.Known("sharing", sharing)
            ?? Check.Id("endorsement", id)
            ?? WhoFault(payload, former, endorser)
            ?? Check.PastDay("day", payload.Day, time.Today())
            ?? Check.PastDay("withdrawn", payload.Withdrawn, time.Today())
            ?? CampaignFault(transaction, initiative, payload, sharing)
            ?? PartnerFault(transaction, standing, initiative, payload, sharing, former))?.Within("endorsement").Throw();
        var isUnnamed = sharing == Sharing.Shared && payload.Naming == Naming.BySector;
        var who = new Endorsement { Partner = payload.Partner, Name = payload.Name };
        if (isUnnamed) (payload.Partner, payload.Name) = ("", null);
        records.Endorsements.Save(transaction, initiative, id, epoch, payload, endorsement.Revision, sharing);
        if (isUnnamed && IsSaid(who)) records.Endorsers.Save(transaction, initiative, id, epoch, who, endorser?.Revision ?? "");
        else if (!isUnnamed && endorser is not null) records.Endorsers.Remove(transaction, initiative, id, epoch, endorser.Revision, "endorsement");
        return Show(transaction.Find, records.Endorsements.Find(transaction.Find, initiative, id)!);
    }

    public void Remove(LogTransaction transaction, long epoch, RemoveEndorsementRequest request)
    {
        records.Endorsements.Remove(transaction, request.Initiative, request.Endorsement, epoch, request.Revision, "endorsement");
        if (records.Endorsers.Find(transaction.Find, request.Initiative, request.Endorsement) is { } endorser)
            records.Endorsers.Remove(transaction, request.Initiative, request.Endorsement, epoch, endorser.Revision, "endorsement");
    }

    /// <summary>An endorsement with who gave it, where this node may tell.</summary>
    public Endorsement Show(Func<DocumentKey, StoredDocument?> find, Found<Endorsement> found)
    {
        var endorsement = found.Record.Clone();
        (endorsement.Initiative, endorsement.Endorsement_, endorsement.Revision, endorsement.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        if (!IsSaid(endorsement) && records.Endorsers.Find(find, found.Initiative, found.Id) is { } who)
            (endorsement.Partner, endorsement.Name) = (who.Record.Partner, who.Record.Name);
        return endorsement;
    }

    private static bool IsSaid(Endorsement endorsement) => endorsement.Partner.Length > 0 || endorsement.Name is not null;

    /// <summary>Who took the function over was not told who gave what is unnamed, and need not say.</summary>
    private static CallFault? WhoFault(Endorsement endorsement, Found<Endorsement>? former, Found<Endorsement>? endorser) =>
        former is not null && endorser is null && !IsSaid(former.Record) && !IsSaid(endorsement) && endorsement.Naming == Naming.BySector
            ? null
            : EndorsementKind.WhoFault(endorsement);

    private CallFault? CampaignFault(LogTransaction transaction, string initiative, Endorsement endorsement, Sharing sharing)
    {
        if (endorsement.Campaign.Length == 0) return null;
        if (Check.Id("campaign", endorsement.Campaign) is { } malformed) return malformed;
        if (records.Campaigns.Find(transaction.Find, initiative, endorsement.Campaign) is not { } campaign) return records.Campaigns.Missing(initiative, endorsement.Campaign, "campaign");
        return sharing == Sharing.Shared && campaign.Sharing == Sharing.Kept
            ? CallFault.Invalid("sharing", $"is SHARING_SHARED, and campaign `{endorsement.Campaign}` is kept; keep the endorsement, or share the campaign")
            : null;
    }

    private CallFault? PartnerFault(LogTransaction transaction, NodeStanding standing, string initiative, Endorsement endorsement, Sharing sharing, Found<Endorsement>? former)
    {
        // Those that are kept are known to the initiative's host alone, so nobody else can tell that there is none.
        if (endorsement.Partner.Length == 0 || !standing.Hosts(initiative)) return null;
        var isNamed = sharing == Sharing.Shared && endorsement.Naming == Naming.ByName;
        if (partners.Partners.Find(transaction.Find, initiative, endorsement.Partner) is not { } partner)
            return former?.Record.Partner == endorsement.Partner ? null : partners.Partners.Missing(initiative, endorsement.Partner, "partner");
        return isNamed && partner.Sharing == Sharing.Kept
            ? CallFault.Invalid("partner", $"`{endorsement.Partner}` is a partner that is kept, and would be named in what is shared; keep the endorsement, name it by sector, or share the partner")
            : null;
    }
}
