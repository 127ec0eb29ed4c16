using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Funding;

/// <summary>A fund: money from one source in one currency.</summary>
internal sealed class FundForm(CallInvoker invoker) : RecordForm<Fund>(fund => fund.Fund_)
{
    private readonly Resources.ResourcesClient _resources = new(invoker);
    private ServedChoices _served = ServedChoices.None;
    private IReadOnlyList<Choice> _sources = [];
    private IReadOnlyList<Choice> _needs = [];

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeFund : Words.AddFund;

    public override string Hint => Words.FundHint;

    public override async Task<Outcome> Load()
    {
        _served = await ServedChoices.Read(Calls, invoker, Asked);
        var sources = (await Calls.Ask(_resources.ListSourcesAsync, new ListSourcesRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        var needs = (await Calls.Ask(_resources.ListNeedsAsync, new ListNeedsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        _sources = [.. (sources?.Sources ?? []).Select(source => Choice(source.Source_, source.Name))];
        _needs = [.. (needs?.Needs ?? []).Select(need => Choice(need.Need_, need.Title))];
        return Asked.Which.Length > 0
            ? await Open(_resources.GetFundAsync, new GetFundRequest { Initiative = Asked.Id, Fund = Asked.Which })
            : await Find(_resources.ListFundsAsync, new ListFundsRequest { Initiative = Asked.Id, PageSize = Most }, answer => answer.Funds);
    }

    public override IEnumerable<Field> Fields() =>
    [
        Text("name", Words.Name, Record.Name, "fund.name") with { IsRequired = true },
        new("source", Words.SourceOf, Record.Source) { Kind = FieldKind.Choice, IsRequired = true, Path = "fund.source", Choices = _sources },
        Choose("kind", Words.KindHeading, Record.Kind, Words.NameOf, "fund.kind") is var kind
            // An allocation comes by itself.
            ? kind with { Choices = [.. kind.Choices.Where(choice => choice.Value != nameof(Fund.Types.Kind.Allocation))] } : kind,
        .. Amounts.Fields(this, "promised", Words.Promised, Record.Promised, "fund.promised", isRequired: true),
        Day("from", Words.FirstDay, Record.From, "fund.from"),
        Day("until", Words.FinalDay, Record.Until, "fund.until"),
        Prose("purpose", Words.ForWhat, Record.Purpose, "fund.purpose"),
        Several("serves", Words.IndicatorsServed, Record.Indicators, _served.Indicators, "fund.indicators"),
        Several("need", Words.Needs, Record.Needs, _needs, "fund.needs"),
        Shared(Record.Sharing, "fund.sharing"),
    ];

    public override void Take(Typed typed)
    {
        Record.Balance = null;
        Record.Name = typed.Text("name");
        (Record.Source, Record.Kind) = (typed["source"], typed.Choice<Fund.Types.Kind>("kind"));
        Record.Promised = Amounts.Take(typed, "promised");
        (Record.From, Record.Until) = (typed["from"], typed["until"]);
        Record.Purpose = typed.Text("purpose");
        Record.Indicators.Clear();
        Record.Indicators.Add(typed.All("serves"));
        Record.Needs.Clear();
        Record.Needs.Add(typed.All("need"));
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Fund_.Length == 0)
            Record.Fund_ = MadeId.Of(Record.Name, "fund", Taken);
    }

    public override Task<Told> Save() => Calls.Write(_resources.SaveFundAsync, new SaveFundRequest { Initiative = Asked.Id, Fund = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _resources.RemoveFundAsync, new RemoveFundRequest { Initiative = Asked.Id, Fund = Asked.Which, Revision = revision }, Asked.Cancelled);
}
