using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Funding;

/// <summary>What the initiative needs.</summary>
internal sealed class NeedForm(CallInvoker invoker) : RecordForm<Need>(need => need.Need_)
{
    private readonly Resources.ResourcesClient _resources = new(invoker);
    private ServedChoices _served = ServedChoices.None;

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeNeed : Words.AddNeed;

    public override async Task<Outcome> Load()
    {
        _served = await ServedChoices.Read(Calls, invoker, Asked);
        return await Find(
            _resources.ListNeedsAsync, new ListNeedsRequest { Initiative = Asked.Id, PageSize = Most }, answer => answer.Needs, new Need { State = Need.Types.State.Open });
    }

    public override IEnumerable<Field> Fields() =>
    [
        Text("title", Words.WhatIsNeeded, Record.Title, "need.title") with { IsRequired = true },
        Prose("reason", Words.ForWhat, Record.Reason, "need.reason"),
        .. Amounts.Fields(this, "amount", Words.NeededAmount, Record.Amount, "need.amount", Words.AmountOrNone),
        Day("by", Words.ByWhen, Record.ByDay, "need.by_day"),
        Several("serves", Words.IndicatorsServed, Record.Indicators, _served.Indicators, "need.indicators"),
        Choose("state", Words.StatusHeading, Record.State, Words.NameOf, "need.state"),
        Shared(Record.Sharing, "need.sharing"),
    ];

    public override void Take(Typed typed)
    {
        (Record.Promised, Record.Received) = (null, null);
        Record.Title = typed.Text("title");
        Record.Reason = typed.Text("reason");
        Record.Amount = Amounts.Take(typed, "amount");
        Record.ByDay = typed["by"];
        Record.Indicators.Clear();
        Record.Indicators.Add(typed.All("serves"));
        Record.State = typed.Choice<Need.Types.State>("state");
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Need_.Length == 0)
            Record.Need_ = MadeId.Of(Record.Title, "need", Taken);
    }

    public override Task<Told> Save() => Calls.Write(_resources.SaveNeedAsync, new SaveNeedRequest { Initiative = Asked.Id, Need = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _resources.RemoveNeedAsync, new RemoveNeedRequest { Initiative = Asked.Id, Need = Asked.Which, Revision = revision }, Asked.Cancelled);
}
