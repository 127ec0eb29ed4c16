using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Funding;

/// <summary>What the initiative needs.</summary>
internal sealed class NeedForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly Resources.ResourcesClient _resources = new(invoker);
    private Need _need = new();
    private ServedChoices _served = ServedChoices.None;
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeNeed : Words.AddNeed;

    public override string Revision { get => _need.Revision; set => _need.Revision = value; }

    public override async Task<Outcome> Load()
    {
        _served = await ServedChoices.Read(Calls, invoker, Asked);
        var listed = await Calls.Ask(_resources.ListNeedsAsync, new ListNeedsRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var needs))
            return listed.Outcome;
        _taken = [.. needs.Needs.Select(need => need.Need_)];
        if (Asked.Which.Length > 0 && !_taken.Contains(Asked.Which))
            return Outcome.NotFound;
        _need = needs.Needs.FirstOrDefault(need => need.Need_ == Asked.Which)?.Clone() ?? new Need { State = Need.Types.State.Open };
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        Text("title", Words.WhatIsNeeded, _need.Title, "need.title") with { IsRequired = true },
        Prose("reason", Words.ForWhat, _need.Reason, "need.reason"),
        .. Amounts.Fields(this, "amount", Words.NeededAmount, _need.Amount, "need.amount", Words.AmountOrNone),
        Day("by", Words.ByWhen, _need.ByDay, "need.by_day"),
        Several("serves", Words.IndicatorsServed, _need.Indicators, _served.Indicators, "need.indicators"),
        Choose("state", Words.StatusHeading, _need.State, Words.NameOf, "need.state"),
        Shared(_need.Sharing, "need.sharing"),
    ];

    public override void Take(Typed typed)
    {
        (_need.Promised, _need.Received) = (null, null);
        _need.Title = typed.Text("title");
        _need.Reason = typed.Text("reason");
        _need.Amount = Amounts.Take(typed, "amount");
        _need.ByDay = typed["by"];
        _need.Indicators.Clear();
        _need.Indicators.Add(typed.All("serves"));
        _need.State = typed.Choice<Need.Types.State>("state");
        _need.Sharing = typed.Choice<Sharing>("sharing");
        if (_need.Need_.Length == 0)
            _need.Need_ = MadeId.Of(_need.Title, "need", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_resources.SaveNeedAsync, new SaveNeedRequest { Initiative = Asked.Id, Need = _need }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _resources.RemoveNeedAsync, new RemoveNeedRequest { Initiative = Asked.Id, Need = Asked.Which, Revision = revision }, Asked.Cancelled);
}
