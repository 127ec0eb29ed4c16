using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Policies;

/// <summary>Where somebody stands on an ask.</summary>
internal sealed class PositionForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;

    private readonly Policy.PolicyClient _policy = new(invoker);
    private readonly V1.Partners.PartnersClient _partners = new(invoker);
    private AskPosition _position = new();
    private IReadOnlyList<Choice> _known = [];
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.Policy;

    public override Function? Function => V1.Function.AdvancePolicy;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangePosition : Words.AddPosition;

    public override string Revision { get => _position.Revision; set => _position.Revision = value; }

    public override async Task<Outcome> Load()
    {
        var listed = await Calls.Ask(_policy.ListPositionsAsync, new ListPositionsRequest { Initiative = Asked.Id, Ask = Asked.Of, PageSize = Most }, Asked.Cancelled);
        if (!listed.Has(out var positions))
            return listed.Outcome;
        _taken = [.. positions.Positions.Select(position => position.Position)];
        if (Asked.Which.Length > 0 && !_taken.Contains(Asked.Which))
            return Outcome.NotFound;
        _position = positions.Positions.FirstOrDefault(position => position.Position == Asked.Which)?.Clone() ?? new AskPosition { Ask = Asked.Of };
        // Without them somebody can be named all the same.
        var partners = (await Calls.Ask(_partners.ListPartnersAsync, new ListPartnersRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled)).Value;
        _known = [.. (partners?.Partners ?? []).Select(partner => Choice(partner.Partner_, partner.Name))];
        return Outcome.Given;
    }

    public override IEnumerable<Field> Fields() =>
    [
        OneOf("partner", Words.Partner, _position.Partner, Words.SomebodyElse, _known, "position.partner"),
        Text("name", Words.NameOfOther, _position.Name, "position.name"),
        Choose("stance", Words.StanceHeading, _position.Stance, Words.NameOf, "position.stance"),
        Prose("note", Words.Note, _position.Note, "position.note"),
        Day("day", Words.SinceWhen, _position.Day, "position.day") with { Hint = Words.EmptyIsToday },
        Shared(_position.Sharing, "position.sharing"),
    ];

    public override void Take(Typed typed)
    {
        _position.Partner = typed["partner"];
        _position.Name = typed.Text("name");
        if (_position.Partner.Length == 0 && _position.Name is null)
            typed.Refuse("name", Words.PartnerOrName);
        _position.Stance = typed.Choice<AskPosition.Types.Stance>("stance");
        _position.Note = typed.Text("note");
        _position.Day = typed["day"];
        _position.Sharing = typed.Choice<Sharing>("sharing");
        if (_position.Position.Length == 0)
            _position.Position = _position.Partner.Length > 0 ? MadeId.Of(_position.Partner, "position", _taken) : MadeId.Of(_position.Name, "position", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_policy.SavePositionAsync, new SavePositionRequest { Initiative = Asked.Id, Position = _position }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _policy.RemovePositionAsync, new RemovePositionRequest { Initiative = Asked.Id, Ask = Asked.Of, Position = Asked.Which, Revision = revision }, Asked.Cancelled);
}
