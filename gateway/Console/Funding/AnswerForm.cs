using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using State = CollectiveImpact.V1.Allocation.Types.State;

namespace CollectiveImpact.Console.Funding;

/// <summary>Accepts or declines an allocation to the initiative, for good.</summary>
internal sealed class AnswerForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly Resources.ResourcesClient _resources = new(invoker);
    private readonly AnswerAllocationRequest _answer = new();
    private Allocation _allocation = new();

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Words.AnswerAllocation;

    public override string Hint => Words.AnswerHint(Sums.Say(Asked.Edition, _allocation.Amount?.Amount, _allocation.Amount?.Currency), Choice(_allocation.Allocation_, _allocation.Purpose).Label);

    // An answer is written once, and has none.
    public override string Revision { get => ""; set => _ = value; }

    public override async Task<Outcome> Load()
    {
        var listed = await Calls.Ask(
            _resources.ListAllocationsAsync,
            new ListAllocationsRequest { Initiative = Asked.Id, Side = ListAllocationsRequest.Types.Side.Received, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var allocations))
            return listed.Outcome;
        if (allocations.Allocations.FirstOrDefault(each => $"{each.Initiative}/{each.Allocation_}" == Asked.Which) is not { } found)
            return Outcome.NotFound;
        _allocation = found;
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        new("state", Words.Answer, nameof(State.Accepted))
        {
            Kind = FieldKind.Choice,
            IsRequired = true,
            Path = "state",
            Choices = [new(nameof(State.Accepted), Words.AcceptMoney), new(nameof(State.Declined), Words.DeclineMoney)],
        },
        Prose("reason", Words.WhyHeading, null, "reason") with { Hint = Words.DeclineWhy },
        Day("day", Words.DayHeading, "", "day") with { Hint = Words.EmptyIsToday },
    ];

    public override void Take(Typed typed)
    {
        (_answer.Initiative, _answer.Allocation, _answer.State, _answer.Day) = (Asked.Id, Asked.Which, typed.Choice<State>("state"), typed["day"]);
        _answer.Reason = typed.Text("reason");
        if (_answer.State == State.Declined && _answer.Reason is null)
            typed.Refuse("reason", Words.DeclineWhy);
    }

    public override Task<Told> Save() => Calls.Write(_resources.AnswerAllocationAsync, _answer, Asked.Cancelled);
}
