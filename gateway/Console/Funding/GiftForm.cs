using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Funding;

/// <summary>What a source gives that is no money.</summary>
internal sealed class GiftForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly Resources.ResourcesClient _resources = new(invoker);
    private GiftInKind _gift = new();
    private IReadOnlyList<Choice> _sources = [];
    private IReadOnlyList<Choice> _needs = [];
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeGift : Words.AddGift;

    public override string Hint => Words.GiftHint;

    public override string Revision { get => _gift.Revision; set => _gift.Revision = value; }

    public override async Task<Outcome> Load()
    {
        var listed = await Calls.Ask(_resources.ListGiftsInKindAsync, new ListGiftsInKindRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var gifts))
            return listed.Outcome;
        _taken = [.. gifts.Gifts.Select(gift => gift.Gift)];
        if (Asked.Which.Length > 0 && !_taken.Contains(Asked.Which))
            return Outcome.NotFound;
        _gift = gifts.Gifts.FirstOrDefault(gift => gift.Gift == Asked.Which)?.Clone() ?? new GiftInKind { Source = Asked.Of };
        var sources = (await Calls.Ask(_resources.ListSourcesAsync, new ListSourcesRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        var needs = (await Calls.Ask(_resources.ListNeedsAsync, new ListNeedsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        _sources = [.. (sources?.Sources ?? []).Select(source => Choice(source.Source_, source.Name))];
        _needs = [.. (needs?.Needs ?? []).Select(need => Choice(need.Need_, need.Title))];
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        OneOf("source", Words.SourceOf, _gift.Source, Words.ChooseOne, _sources, "gift.source") with { IsRequired = true },
        Prose("what", Words.What, _gift.What, "gift.what") with { IsRequired = true },
        Choose("kind", Words.KindHeading, _gift.Kind, Words.NameOf, "gift.kind"),
        .. Amounts.Fields(this, "worth", Words.WhatItWouldCost, _gift.EstimatedValue, "gift.estimated_value"),
        Number("hours", Words.HoursOfWork, _gift.Hours, "gift.hours"),
        Day("from", Words.FirstDay, _gift.From, "gift.from"),
        Day("until", Words.FinalDay, _gift.Until, "gift.until"),
        Several("need", Words.Needs, _gift.Needs, _needs, "gift.needs"),
        Shared(_gift.Sharing, "gift.sharing"),
    ];

    public override void Take(Typed typed)
    {
        (_gift.Source, _gift.Kind, _gift.What) = (typed["source"], typed.Choice<GiftInKind.Types.Kind>("kind"), typed.Text("what"));
        (_gift.EstimatedValue, _gift.Hours) = (Amounts.Take(typed, "worth"), typed.Number("hours"));
        (_gift.From, _gift.Until) = (typed["from"], typed["until"]);
        _gift.Needs.Clear();
        _gift.Needs.Add(typed.All("need"));
        _gift.Sharing = typed.Choice<Sharing>("sharing");
        if (_gift.Gift.Length == 0)
            _gift.Gift = MadeId.Of(_gift.What, "gift", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_resources.SaveGiftInKindAsync, new SaveGiftInKindRequest { Initiative = Asked.Id, Gift = _gift }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _resources.RemoveGiftInKindAsync, new RemoveGiftInKindRequest { Initiative = Asked.Id, Gift = Asked.Which, Revision = revision }, Asked.Cancelled);
}
