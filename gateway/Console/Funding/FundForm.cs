using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Funding;

/// <summary>A fund: money from one source in one currency.</summary>
internal sealed class FundForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly Resources.ResourcesClient _resources = new(invoker);
    private Fund _fund = new();
    private ServedChoices _served = ServedChoices.None;
    private IReadOnlyList<Choice> _sources = [];
    private IReadOnlyList<Choice> _needs = [];
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeFund : Words.AddFund;

    public override string Hint => Words.FundHint;

    public override string Revision { get => _fund.Revision; set => _fund.Revision = value; }

    public override async Task<Outcome> Load()
    {
        _served = await ServedChoices.Read(Calls, invoker, Asked);
        var sources = (await Calls.Ask(_resources.ListSourcesAsync, new ListSourcesRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        var needs = (await Calls.Ask(_resources.ListNeedsAsync, new ListNeedsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        _sources = [.. (sources?.Sources ?? []).Select(source => Choice(source.Source_, source.Name))];
        _needs = [.. (needs?.Needs ?? []).Select(need => Choice(need.Need_, need.Title))];
        if (Asked.Which.Length > 0)
        {
            var read = await Calls.Ask(_resources.GetFundAsync, new GetFundRequest { Initiative = Asked.Id, Fund = Asked.Which }, Asked.Cancelled);
            _fund = read.Value?.Clone() ?? new();
            return read.Outcome;
        }
        var listed = await Calls.Ask(_resources.ListFundsAsync, new ListFundsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        _taken = [.. (listed.Value?.Funds ?? []).Select(fund => fund.Fund_)];
        return listed.Outcome;
    }

    public override IEnumerable<Field> Fields() =>
    [
        Text("name", Words.Name, _fund.Name, "fund.name") with { IsRequired = true },
        new("source", Words.SourceOf, _fund.Source) { Kind = FieldKind.Choice, IsRequired = true, Path = "fund.source", Choices = _sources },
        Choose("kind", Words.KindHeading, _fund.Kind, Words.NameOf, "fund.kind") is var kind
            // An allocation comes by itself.
            ? kind with { Choices = [.. kind.Choices.Where(choice => choice.Value != nameof(Fund.Types.Kind.Allocation))] } : kind,
        .. Amounts.Fields(this, "promised", Words.Promised, _fund.Promised, "fund.promised", isRequired: true),
        Day("from", Words.FirstDay, _fund.From, "fund.from"),
        Day("until", Words.FinalDay, _fund.Until, "fund.until"),
        Prose("purpose", Words.ForWhat, _fund.Purpose, "fund.purpose"),
        Several("serves", Words.IndicatorsServed, _fund.Indicators, _served.Indicators, "fund.indicators"),
        Several("need", Words.Needs, _fund.Needs, _needs, "fund.needs"),
        Shared(_fund.Sharing, "fund.sharing"),
    ];

    public override void Take(Typed typed)
    {
        _fund.Balance = null;
        _fund.Name = typed.Text("name");
        (_fund.Source, _fund.Kind) = (typed["source"], typed.Choice<Fund.Types.Kind>("kind"));
        _fund.Promised = Amounts.Take(typed, "promised");
        (_fund.From, _fund.Until) = (typed["from"], typed["until"]);
        _fund.Purpose = typed.Text("purpose");
        _fund.Indicators.Clear();
        _fund.Indicators.Add(typed.All("serves"));
        _fund.Needs.Clear();
        _fund.Needs.Add(typed.All("need"));
        _fund.Sharing = typed.Choice<Sharing>("sharing");
        if (_fund.Fund_.Length == 0)
            _fund.Fund_ = MadeId.Of(_fund.Name, "fund", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_resources.SaveFundAsync, new SaveFundRequest { Initiative = Asked.Id, Fund = _fund }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _resources.RemoveFundAsync, new RemoveFundRequest { Initiative = Asked.Id, Fund = Asked.Which, Revision = revision }, Asked.Cancelled);
}
