using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Kind = CollectiveImpact.V1.Entry.Types.Kind;

namespace CollectiveImpact.Console.Funding;

/// <summary>One line in a fund's books.</summary>
internal sealed class EntryForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly Resources.ResourcesClient _resources = new(invoker);
    private Fund _fund = new();
    private Entry _entry = new();
    private ServedChoices _served = ServedChoices.None;
    private IReadOnlyList<Entry> _entries = [];

    public override Side Side => Side.Resources;

    public override Function? Function => V1.Function.MobilizeResources;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeEntry : Words.AddEntry;

    public override string Hint => Words.EntryHint(Choice(_fund.Fund_, _fund.Name ?? _fund.Purpose).Label, Sums.Say(Asked.Edition, _fund.Balance?.Available, _fund.Balance?.Currency));

    public override string Revision { get => _entry.Revision; set => _entry.Revision = value; }

    public override async Task<Outcome> Load()
    {
        _served = await ServedChoices.Read(Calls, invoker, Asked);
        var read = await Calls.Ask(_resources.GetFundAsync, new GetFundRequest { Initiative = Asked.Id, Fund = Asked.Of }, Asked.Cancelled);
        if (!read.Has(out var fund))
            return read.Outcome;
        _fund = fund;
        // Ids are of the initiative, whatever the fund.
        var listed = await Calls.Ask(_resources.ListEntriesAsync, new ListEntriesRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var entries))
            return listed.Outcome;
        _entries = entries.Entries;
        if (Asked.Which.Length > 0 && _entries.All(entry => entry.Entry_ != Asked.Which))
            return Outcome.NotFound;
        _entry = _entries.FirstOrDefault(entry => entry.Entry_ == Asked.Which)?.Clone() ?? new Entry
        {
            Fund = Asked.Of,
            Day = Asked.Today.Written(),
            Amount = new Money { Currency = fund.Balance?.Currency ?? fund.Promised?.Currency ?? "" },
        };
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields()
    {
        var kind = Choose("kind", Words.KindHeading, _entry.Kind, Words.NameOf, "entry.kind");
        // Money of an allocation comes by itself, and goes back to who allocated it.
        yield return _fund.Kind == Fund.Types.Kind.Allocation
            ? kind with { Choices = [.. kind.Choices.Where(choice => choice.Value is nameof(Kind.Commitment) or nameof(Kind.Spending))] } : kind;
        yield return Prose("what", Words.What, _entry.What, "entry.what") with { IsRequired = true };
        foreach (var field in Amounts.Fields(this, "amount", Words.HowMuch, _entry.Amount, "entry.amount", isRequired: true))
            yield return field;
        yield return Day("day", Words.DayHeading, _entry.Day, "entry.day") with { IsRequired = true };
        yield return new("commitment", Words.MeetsCommitment, _entry.Commitment)
        {
            Kind = FieldKind.Choice,
            Path = "entry.commitment",
            Hint = Words.OfSpending,
            Choices =
            [
                new("", Words.NoneSet),
                .. _entries.Where(entry => entry.Kind == Kind.Commitment && entry.Fund == _fund.Fund_).Select(entry => Choice(entry.Entry_, entry.What)),
            ],
        };
        yield return OneOf("serves", Words.IndicatorItMoves, _entry.Indicator, Words.NoneInParticular, _served.Indicators, "entry.indicator") with { Hint = Words.OfSpending };
        yield return Day("closed", Words.ClosedOn, _entry.ClosedOn, "entry.closed_on") with { Hint = Words.OfCommitment };
    }

    public override void Take(Typed typed)
    {
        (_entry.Outstanding, _entry.Sharing) = ("", Sharing.Unspecified);
        _entry.Kind = typed.Choice<Kind>("kind");
        _entry.What = typed.Text("what");
        _entry.Amount = Amounts.Take(typed, "amount");
        (_entry.Day, _entry.Commitment, _entry.Indicator, _entry.ClosedOn) = (typed["day"], typed["commitment"], typed["serves"], typed["closed"]);
        if (_entry.Entry_.Length == 0)
            _entry.Entry_ = MadeId.Of($"{_entry.Day} {_entry.Kind}", "entry", _entries.Select(entry => entry.Entry_));
    }

    public override Task<Told> Save() => Calls.Write(_resources.SaveEntryAsync, new SaveEntryRequest { Initiative = Asked.Id, Entry = _entry }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _resources.RemoveEntryAsync, new RemoveEntryRequest { Initiative = Asked.Id, Entry = Asked.Which, Revision = revision }, Asked.Cancelled);
}
