using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Policies;

/// <summary>A barrier, by the initiative that meets it.</summary>
internal sealed class BarrierForm(CallInvoker invoker) : RecordForm<PolicyBarrier>(barrier => barrier.Barrier)
{
    private readonly Policy.PolicyClient _policy = new(invoker);
    private ServedChoices _served = ServedChoices.None;

    public override Side Side => Side.Policy;

    public override Function? Function => null;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeBarrier : Words.AddBarrier;

    public override string Hint => Words.BarrierHint;

    public override async Task<Outcome> Load()
    {
        _served = await ServedChoices.Read(Calls, invoker, Asked);
        return Asked.Which.Length > 0
            ? await Open(_policy.GetBarrierAsync, new GetBarrierRequest { Initiative = Asked.Id, Barrier = Asked.Which })
            : await Find(_policy.ListBarriersAsync, new ListBarriersRequest { Initiative = Asked.Id, PageSize = Most }, answer => answer.Barriers);
    }

    public override IEnumerable<Field> Fields() =>
    [
        Text("title", Words.TitleHeading, Record.Title, "barrier.title") with { IsRequired = true },
        Prose("effect", Words.Effect, Record.Effect, "barrier.effect") with { IsRequired = true },
        Day("since", Words.SinceWhen, Record.Since, "barrier.since"),
        Several("clause", Words.ClausesServed, Record.Clauses, _served.Clauses, "barrier.clauses"),
        Several("serves", Words.IndicatorsServed, Record.Indicators, _served.Indicators, "barrier.indicators"),
        Shared(Record.Sharing, "barrier.sharing"),
        Choose(
            "naming", Words.NamingHeading, Record.Naming == PolicyBarrier.Types.Naming.Unspecified ? PolicyBarrier.Types.Naming.Counted : Record.Naming,
            Words.NameOf, "barrier.naming") with { Hint = Words.NamingHint },
    ];

    public override void Take(Typed typed)
    {
        Record.TakenUp.Clear();
        Record.Title = typed.Text("title");
        Record.Effect = typed.Text("effect");
        Record.Since = typed["since"];
        Record.Clauses.Clear();
        Record.Clauses.Add(typed.All("clause"));
        Record.Indicators.Clear();
        Record.Indicators.Add(typed.All("serves"));
        Record.Sharing = typed.Choice<Sharing>("sharing");
        Record.Naming = typed.Choice<PolicyBarrier.Types.Naming>("naming");
        if (Record.Barrier.Length == 0)
            Record.Barrier = MadeId.Of(Record.Title, "barrier", Taken);
    }

    public override Task<Told> Save() => Calls.Write(_policy.SaveBarrierAsync, new SaveBarrierRequest { Initiative = Asked.Id, Barrier = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _policy.RemoveBarrierAsync, new RemoveBarrierRequest { Initiative = Asked.Id, Barrier = Asked.Which, Revision = revision }, Asked.Cancelled);
}
