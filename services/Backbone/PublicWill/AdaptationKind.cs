using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.PublicWill;

/// <summary>What an initiative made of an offer: known above. Its id is `of/campaign`, or `of/campaign/message`.</summary>
internal sealed class AdaptationKind(TimeProvider time) : RecordKind<Adaptation>(time)
{
    public const string Kind = "adaptation";

    public override string Name => Kind;

    public override Travel Travel => Travel.Up;

    public override Function Function => Function.BuildPublicWill;

    public static string IdOf(string of, string campaign, string message) => $"{of}/{OfferOf(campaign, message)}";

    /// <summary>An offer among those of its initiative.</summary>
    public static string OfferOf(string campaign, string message) => message.Length == 0 ? campaign : $"{campaign}/{message}";

    public override CallFault? Fault(Adaptation record) =>
        Check.Id("of", record.Of)
        ?? Check.Id("campaign", record.Campaign)
        ?? (record.Message.Length == 0 ? null : Check.Id("message", record.Message))
        ?? Check.Known("answer", record.Answer)
        ?? Check.Text("text", record.Text)
        ?? (record.OwnCampaign.Length == 0 ? null : Check.Id("own_campaign", record.OwnCampaign))
        ?? MadeFault(record)
        ?? (record.Answer == Adaptation.Types.Answer.Declined ? Check.Required("reason", record.Reason) : Check.Text("reason", record.Reason))
        ?? Check.RequiredDay("day", record.Day)
        ?? (record.OfWords.Length == OfferedWords.HashLength ? null : CallFault.Invalid("of_words", $"is {record.OfWords.Length} bytes long; it has {OfferedWords.HashLength}"));

    /// <summary>The offer, with the answer, the own campaign and the words that were answered.</summary>
    protected override IEnumerable<Reference> References(NodeStanding standing, Document document, Adaptation record) =>
    [
        new(WillTopic.Offer(record.Of, OfferOf(record.Campaign, record.Message)), AdaptationMark.Of(record).Write()),
        .. record.OwnCampaign.Length == 0 ? [] : new[] { new Reference(WillTopic.Campaign($"{document.Initiative}/{record.OwnCampaign}")) },
    ];

    protected override string? Misplaced(Document document)
    {
        if (document.Deleted) return null;
        var said = Adaptation.Parser.ParseFrom(document.Payload);
        return document.Id == IdOf(said.Of, said.Campaign, said.Message) ? null : "an adaptation's id is who offers, the campaign, and the message if there is one";
    }

    private static CallFault? MadeFault(Adaptation record)
    {
        if (record.Message.Length > 0 && record.OwnCampaign.Length > 0)
            return CallFault.Invalid("own_campaign", "is made of a campaign, and this answers a message; give its own wording, or answer the campaign");
        var isMade = record.Text is { } text && text.En.Length + text.Fr.Length > 0;
        if (record.Answer == Adaptation.Types.Answer.Adapted)
            return isMade || record.OwnCampaign.Length > 0 ? null : CallFault.Invalid("text", "is missing, and so is the own campaign; give what was made of it");
        return isMade ? CallFault.Invalid("text", "goes with ANSWER_ADAPTED alone; leave it out")
            : record.OwnCampaign.Length > 0 ? CallFault.Invalid("own_campaign", "goes with ANSWER_ADAPTED alone; leave it out")
            : null;
    }
}
