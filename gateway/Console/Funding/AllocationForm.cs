using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Funding;

/// <summary>Allocates money of a fund to an initiative below. It is said once, and can't be changed.</summary>
internal sealed class AllocationForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly Resources.ResourcesClient _resources = new(invoker);
    private Fund _fund = new();
    private Allocation _allocation = new();
    private IReadOnlyList<Choice> _below = [];
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Words.Allocate;

    public override string Hint => Words.AllocateHint(Choice(_fund.Fund_, _fund.Name ?? _fund.Purpose).Label, Sums.Say(Asked.Edition, _fund.Balance?.Available, _fund.Balance?.Currency));

    /// <summary>
    /// An allocation has none: it is written once. Its id goes along instead, made when the form was opened, so that a form
    /// that is sent twice says the same twice and does not allocate twice.
    /// </summary>
    public override string Revision { get => _allocation.Allocation_; set => _allocation.Allocation_ = value; }

    public override async Task<Outcome> Load()
    {
        var read = await Calls.Ask(_resources.GetFundAsync, new GetFundRequest { Initiative = Asked.Id, Fund = Asked.Of }, Asked.Cancelled);
        if (!read.Has(out var fund))
            return read.Outcome;
        _fund = fund;
        var listed = await Calls.Ask(
            _resources.ListAllocationsAsync,
            new ListAllocationsRequest { Initiative = Asked.Id, Side = ListAllocationsRequest.Types.Side.Given, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var allocations))
            return listed.Outcome;
        _taken = [.. allocations.Allocations.Select(allocation => allocation.Allocation_)];
        var below = await Calls.ListInitiatives(Asked.Id, Asked.Cancelled);
        if (!below.Has(out var initiatives))
            return below.Outcome;
        _below = [.. initiatives.Where(each => each.Initiative_ != Asked.Id).Select(each => Choice(each.Initiative_, each.Name))];
        _allocation = new Allocation
        {
            Allocation_ = MadeId.Of($"{_fund.Fund_.Split('/')[^1]} {_taken.Count + 1}", "allocation", _taken),
            Fund = Asked.Of,
            Amount = new Money { Currency = fund.Balance?.Currency ?? fund.Promised?.Currency ?? "" },
        };
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        new("to", Words.To, "") { Kind = FieldKind.Choice, IsRequired = true, Path = "allocation.to", Choices = _below },
        .. Amounts.Fields(this, "amount", Words.HowMuch, _allocation.Amount, "allocation.amount", isRequired: true),
        Day("day", Words.DayHeading, "", "allocation.day") with { Hint = Words.EmptyIsToday },
        Prose("purpose", Words.ForWhat, null, "allocation.purpose"),
    ];

    public override void Take(Typed typed)
    {
        (_allocation.To, _allocation.Day) = (typed["to"], typed["day"]);
        _allocation.Amount = Amounts.Take(typed, "amount");
        _allocation.Purpose = typed.Text("purpose");
    }

    public override Task<Told> Save() => Calls.Write(_resources.AllocateAsync, new AllocateRequest { Initiative = Asked.Id, Allocation = _allocation }, Asked.Cancelled);
}
