using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Policies;

/// <summary>A barrier, by the initiative that meets it.</summary>
internal sealed class BarrierForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly Policy.PolicyClient _policy = new(invoker);
    private PolicyBarrier _barrier = new();
    private ServedChoices _served = ServedChoices.None;
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.Policy;

    public override Function? Function => null;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeBarrier : Words.AddBarrier;

    public override string Hint => Words.BarrierHint;

    public override string Revision { get => _barrier.Revision; set => _barrier.Revision = value; }

    public override async Task<Outcome> Load()
    {
        _served = await ServedChoices.Read(Calls, invoker, Asked);
        if (Asked.Which.Length > 0)
        {
            var read = await Calls.Ask(_policy.GetBarrierAsync, new GetBarrierRequest { Initiative = Asked.Id, Barrier = Asked.Which }, Asked.Cancelled);
            _barrier = read.Value?.Clone() ?? new();
            return read.Outcome;
        }
        var listed = await Calls.Ask(_policy.ListBarriersAsync, new ListBarriersRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        _taken = [.. (listed.Value?.Barriers ?? []).Select(barrier => barrier.Barrier)];
        return listed.Outcome;
    }

    public override IEnumerable<Field> Fields() =>
    [
        Text("title", Words.TitleHeading, _barrier.Title, "barrier.title") with { IsRequired = true },
        Prose("effect", Words.Effect, _barrier.Effect, "barrier.effect") with { IsRequired = true },
        Day("since", Words.SinceWhen, _barrier.Since, "barrier.since"),
        Several("clause", Words.ClausesServed, _barrier.Clauses, _served.Clauses, "barrier.clauses"),
        Several("serves", Words.IndicatorsServed, _barrier.Indicators, _served.Indicators, "barrier.indicators"),
        Shared(_barrier.Sharing, "barrier.sharing"),
        Choose(
            "naming", Words.NamingHeading, _barrier.Naming == PolicyBarrier.Types.Naming.Unspecified ? PolicyBarrier.Types.Naming.Counted : _barrier.Naming,
            Words.NameOf, "barrier.naming") with { Hint = Words.NamingHint },
    ];

    public override void Take(Typed typed)
    {
        _barrier.TakenUp.Clear();
        _barrier.Title = typed.Text("title");
        _barrier.Effect = typed.Text("effect");
        _barrier.Since = typed["since"];
        _barrier.Clauses.Clear();
        _barrier.Clauses.Add(typed.All("clause"));
        _barrier.Indicators.Clear();
        _barrier.Indicators.Add(typed.All("serves"));
        _barrier.Sharing = typed.Choice<Sharing>("sharing");
        _barrier.Naming = typed.Choice<PolicyBarrier.Types.Naming>("naming");
        if (_barrier.Barrier.Length == 0)
            _barrier.Barrier = MadeId.Of(_barrier.Title, "barrier", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_policy.SaveBarrierAsync, new SaveBarrierRequest { Initiative = Asked.Id, Barrier = _barrier }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _policy.RemoveBarrierAsync, new RemoveBarrierRequest { Initiative = Asked.Id, Barrier = Asked.Which, Revision = revision }, Asked.Cancelled);
}
