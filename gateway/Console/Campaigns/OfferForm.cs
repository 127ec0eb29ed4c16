using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Campaigns;

/// <summary>What the initiative made of a campaign or a message that is offered from above.</summary>
internal sealed class OfferForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly PublicWill.PublicWillClient _will = new(invoker);
    private ListOffersResponse.Types.Offer _offer = new();
    private Adaptation _adaptation = new();
    private IReadOnlyList<Choice> _own = [];

    public override Side Side => Side.PublicWill;

    public override Function? Function => V1.Function.BuildPublicWill;

    public override string Title => Words.AnswerOffer;

    public override string Hint => Choice("", _offer.Campaign?.Name ?? _offer.Message?.Text).Label;

    /// <summary>That of the answer, and that of the offer which is answered: what was read of both goes along.</summary>
    public override string Revision
    {
        get => $"{_adaptation.Revision}|{_adaptation.OfRevision}";
        set => (_adaptation.Revision, _adaptation.OfRevision) = value.Split('|') is [var own, var offered] ? (own, offered) : ("", "");
    }

    public override async Task<Outcome> Load()
    {
        var listed = await Calls.Ask(_will.ListOffersAsync, new ListOffersRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var offers))
            return listed.Outcome;
        if (offers.Offers.FirstOrDefault(offer => KeyOf(offer) == Asked.Which) is not { } offer)
            return Outcome.NotFound;
        _offer = offer;
        var (by, campaign, message, revision) = offer.Campaign is { } whole
            ? (whole.Initiative, whole.Campaign_, "", whole.Revision)
            : (offer.Message.Initiative, offer.Message.Campaign, offer.Message.Message, offer.Message.Revision);
        _adaptation = offer.Adaptation?.Clone() ?? new Adaptation { Of = by, Campaign = campaign, Message = message };
        _adaptation.OfRevision = revision;
        var own = (await Calls.Ask(_will.ListCampaignsAsync, new ListCampaignsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        _own = [.. (own?.Campaigns ?? []).Where(each => each.Sharing == Sharing.Shared).Select(each => Choice(each.Campaign_, each.Name))];
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields()
    {
        yield return Choose("answer", Words.WhatIsMadeOfIt, _adaptation.Answer, Words.NameOf, "adaptation.answer");
        if (_offer.Message is not null)
            yield return Prose("text", Words.OfferWording, _adaptation.Text, "adaptation.text");
        if (_own.Count > 0)
            yield return new("own", Words.OwnCampaign, _adaptation.OwnCampaign)
            {
                Kind = FieldKind.Choice, Path = "adaptation.own_campaign", Choices = [new("", Words.NoFigure), .. _own],
            };
        yield return Prose("reason", Words.WhyHeading, _adaptation.Reason, "adaptation.reason") with { Hint = Words.DeclineWhy };
    }

    public override void Take(Typed typed)
    {
        _adaptation.Answer = typed.Choice<Adaptation.Types.Answer>("answer");
        if (_offer.Message is not null)
            _adaptation.Text = typed.Text("text");
        if (_own.Count > 0)
            _adaptation.OwnCampaign = typed["own"];
        _adaptation.Reason = typed.Text("reason");
        (_adaptation.Day, _adaptation.OfFormer) = ("", false);
        if (_adaptation.Answer == Adaptation.Types.Answer.Declined && _adaptation.Reason is null)
            typed.Refuse("reason", Words.DeclineWhy);
    }

    public override Task<Told> Save() => Calls.Write(
        _will.SaveAdaptationAsync, new SaveAdaptationRequest { Initiative = Asked.Id, Adaptation = _adaptation }, Asked.Cancelled);

    private static string KeyOf(ListOffersResponse.Types.Offer offer) => offer.Campaign is { } campaign
        ? $"{campaign.Initiative}/{campaign.Campaign_}" : $"{offer.Message.Initiative}/{offer.Message.Campaign}/{offer.Message.Message}";
}
