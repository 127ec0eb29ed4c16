using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Funding;

/// <summary>What a source gives that is no money.</summary>
internal sealed class GiftForm(CallInvoker invoker) : RecordForm<GiftInKind>(gift => gift.Gift)
{
    private readonly Resources.ResourcesClient _resources = new(invoker);
    private IReadOnlyList<Choice> _sources = [];
    private IReadOnlyList<Choice> _needs = [];

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeGift : Words.AddGift;

    public override string Hint => Words.GiftHint;

    public override async Task<Outcome> Load()
    {
        var sources = (await Calls.Ask(_resources.ListSourcesAsync, new ListSourcesRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        var needs = (await Calls.Ask(_resources.ListNeedsAsync, new ListNeedsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        _sources = [.. (sources?.Sources ?? []).Select(source => Choice(source.Source_, source.Name))];
        _needs = [.. (needs?.Needs ?? []).Select(need => Choice(need.Need_, need.Title))];
        return await Find(
            _resources.ListGiftsInKindAsync, new ListGiftsInKindRequest { Initiative = Asked.Id, PageSize = Most }, answer => answer.Gifts, new GiftInKind { Source = Asked.Of });
    }

    public override IEnumerable<Field> Fields() =>
    [
        OneOf("source", Words.SourceOf, Record.Source, Words.ChooseOne, _sources, "gift.source") with { IsRequired = true },
        Prose("what", Words.What, Record.What, "gift.what") with { IsRequired = true },
        Choose("kind", Words.KindHeading, Record.Kind, Words.NameOf, "gift.kind"),
        .. Amounts.Fields(this, "worth", Words.WhatItWouldCost, Record.EstimatedValue, "gift.estimated_value"),
        Number("hours", Words.HoursOfWork, Record.Hours, "gift.hours"),
        Day("from", Words.FirstDay, Record.From, "gift.from"),
        Day("until", Words.FinalDay, Record.Until, "gift.until"),
        Several("need", Words.Needs, Record.Needs, _needs, "gift.needs"),
        Shared(Record.Sharing, "gift.sharing"),
    ];

    public override void Take(Typed typed)
    {
        (Record.Source, Record.Kind, Record.What) = (typed["source"], typed.Choice<GiftInKind.Types.Kind>("kind"), typed.Text("what"));
        (Record.EstimatedValue, Record.Hours) = (Amounts.Take(typed, "worth"), typed.Number("hours"));
        (Record.From, Record.Until) = (typed["from"], typed["until"]);
        Record.Needs.Clear();
        Record.Needs.Add(typed.All("need"));
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Gift.Length == 0)
            Record.Gift = MadeId.Of(Record.What, "gift", Taken);
    }

    public override Task<Told> Save() => Calls.Write(_resources.SaveGiftInKindAsync, new SaveGiftInKindRequest { Initiative = Asked.Id, Gift = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _resources.RemoveGiftInKindAsync, new RemoveGiftInKindRequest { Initiative = Asked.Id, Gift = Asked.Which, Revision = revision }, Asked.Cancelled);
}
