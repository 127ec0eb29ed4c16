using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Policies;

/// <summary>Where somebody stands on an ask.</summary>
internal sealed class PositionForm(CallInvoker invoker) : RecordForm<AskPosition>(position => position.Position)
{
    private readonly Policy.PolicyClient _policy = new(invoker);
    private IReadOnlyList<Choice> _known = [];

    public override Side Side => Side.Policy;

    public override Function? Function => V1.Function.AdvancePolicy;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangePosition : Words.AddPosition;

    public override async Task<Outcome> Load()
    {
        // Without them somebody can be named all the same.
        var partners = (await Calls.ListPartners(Asked.Id, Most, Asked.Cancelled)).Value;
        _known = [.. (partners?.Partners ?? []).Select(partner => Choice(partner.Partner_, partner.Name))];
        return await Find(
            _policy.ListPositionsAsync, new ListPositionsRequest { Initiative = Asked.Id, Ask = Asked.Of, PageSize = Most }, answer => answer.Positions,
            new AskPosition { Ask = Asked.Of });
    }

    public override IEnumerable<Field> Fields() =>
    [
        OneOf("partner", Words.Partner, Record.Partner, Words.SomebodyElse, _known, "position.partner"),
        Text("name", Words.NameOfOther, Record.Name, "position.name"),
        Choose("stance", Words.StanceHeading, Record.Stance, Words.NameOf, "position.stance"),
        Prose("note", Words.Note, Record.Note, "position.note"),
        Day("day", Words.SinceWhen, Record.Day, "position.day") with { Hint = Words.EmptyIsToday },
        Shared(Record.Sharing, "position.sharing"),
    ];

    public override void Take(Typed typed)
    {
        Record.Partner = typed["partner"];
        Record.Name = typed.Text("name");
        if (Record.Partner.Length == 0 && Record.Name is null)
            typed.Refuse("name", Words.PartnerOrName);
        Record.Stance = typed.Choice<AskPosition.Types.Stance>("stance");
        Record.Note = typed.Text("note");
        Record.Day = typed["day"];
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Position.Length == 0)
            Record.Position = Record.Partner.Length > 0 ? MadeId.Of(Record.Partner, "position", Taken) : MadeId.Of(Record.Name, "position", Taken);
    }

    public override Task<Told> Save() => Calls.Write(_policy.SavePositionAsync, new SavePositionRequest { Initiative = Asked.Id, Position = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _policy.RemovePositionAsync, new RemovePositionRequest { Initiative = Asked.Id, Ask = Asked.Of, Position = Asked.Which, Revision = revision }, Asked.Cancelled);
}
