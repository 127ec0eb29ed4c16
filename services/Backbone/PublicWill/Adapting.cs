using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>Writes what an initiative made of an offer. That this node may is settled before.</summary>
internal sealed class Adapting(WillRecords records, TimeProvider time)
{
    public Adaptation Save(LogTransaction transaction, NodeStanding standing, string initiative, long epoch, Adaptation adaptation)
    {
        (Check.Id("of", adaptation.Of)
            ?? Check.Id("campaign", adaptation.Campaign)
            ?? (adaptation.Message.Length == 0 ? null : Check.Id("message", adaptation.Message)))?.Within("adaptation").Throw();
        var offer = standing.Nest.Ancestors(initiative).Contains(adaptation.Of)
            ? Offer.Find(records, transaction.Find, adaptation.Of, adaptation.Campaign, adaptation.Message)
            : null;
        if (offer is null)
        {
            CallFault.NotFound(
                adaptation.Message.Length == 0 ? "adaptation.campaign" : "adaptation.message",
                $"{adaptation.Of} offers {initiative} no such campaign or message that is known here: `{AdaptationKind.OfferOf(adaptation.Campaign, adaptation.Message)}`").Throw();
            return null;
        }

        var id = AdaptationKind.IdOf(adaptation.Of, adaptation.Campaign, adaptation.Message);
        records.Adaptations.CheckRevision(transaction, initiative, id, adaptation.Revision);
        if (adaptation.OfRevision != offer.Revision)
            new CallFault(StatusCode.Aborted, "adaptation.of_revision", $"is {Check.Shown(adaptation.OfRevision)}, and the offer stands at {offer.Revision} by now; read it again before you answer").Throw();
        var payload = adaptation.Clone();
        (payload.Initiative, payload.Revision, payload.OfFormer) = ("", "", false);
        (payload.Day, payload.OfWords) = (time.Today().Written(), offer.Words);
        (records.Adaptations.Fault(payload) ?? OwnFault(transaction, initiative, payload))?.Within("adaptation").Throw();
        return Show(transaction.Find, records.Adaptations.Save(transaction, initiative, id, epoch, payload, adaptation.Revision));
    }

    public void Remove(LogTransaction transaction, long epoch, RemoveAdaptationRequest request)
    {
        (Check.Id("of", request.Of) ?? Check.Id("campaign", request.Campaign) ?? (request.Message.Length == 0 ? null : Check.Id("message", request.Message)))?.Throw();
        records.Adaptations.Remove(
            transaction, request.Initiative, AdaptationKind.IdOf(request.Of, request.Campaign, request.Message), epoch, request.Revision,
            request.Message.Length == 0 ? "campaign" : "message");
    }

    /// <summary>An answer, with whether it is to words that are offered no more.</summary>
    public Adaptation Show(Func<DocumentKey, StoredDocument?> find, Found<Adaptation> found)
    {
        var adaptation = found.Record.Clone();
        (adaptation.Initiative, adaptation.Revision) = (found.Initiative, found.Revision);
        adaptation.OfFormer = Offer.Find(records, find, adaptation.Of, adaptation.Campaign, adaptation.Message)?.Words != adaptation.OfWords;
        adaptation.OfWords = Google.Protobuf.ByteString.Empty;
        return adaptation;
    }

    private CallFault? OwnFault(LogTransaction transaction, string initiative, Adaptation adaptation) =>
        adaptation.OwnCampaign.Length == 0 || records.Campaigns.Find(transaction.Find, initiative, adaptation.OwnCampaign) is { Sharing: Sharing.Shared }
            ? null
            : CallFault.NotFound("own_campaign", $"{initiative} has no campaign `{adaptation.OwnCampaign}` that is known here and shared");
}
