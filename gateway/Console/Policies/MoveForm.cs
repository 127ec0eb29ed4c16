using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;
using Stage = CollectiveImpact.V1.PolicyAsk.Types.Stage;

namespace CollectiveImpact.Console.Policies;

/// <summary>Moves an ask to another stage, and notes what the body answered.</summary>
internal sealed class MoveForm(CallInvoker invoker) : WritingForm
{
    private readonly Policy.PolicyClient _policy = new(invoker);
    private readonly MoveAskRequest _move = new();
    private PolicyAsk _ask = new();

    public override Side Side => Side.Policy;

    public override Function? Function => V1.Function.AdvancePolicy;

    public override string Title => Words.MoveAsk;

    public override string Hint => $"{Choice("", _ask.Title).Label}{Words.Colon}{Words.NameOf(_ask.Stage)}";

    public override string Revision
    {
        get => _ask.Revision;
        set => _move.Revision = value;
    }

    public override async Task<Outcome> Load()
    {
        var read = await Calls.Ask(_policy.GetAskAsync, new GetAskRequest { Initiative = Asked.Id, Ask = Asked.Which }, Asked.Cancelled);
        _ask = read.Value ?? new();
        return read.Outcome;
    }

    public override IEnumerable<Field> Fields() =>
    [
        new("to", Words.MoveTo, "")
        {
            Kind = FieldKind.Choice,
            Path = "to",
            Choices = [new("", Words.StaysAnswered), .. Ways(_ask.Stage).Select(stage => new Choice(stage.ToString(), Words.NameOf(stage)))],
        },
        Day("day", Words.DayOfMove, "", "day") with { Hint = Words.EmptyIsToday },
        Prose("note", Words.Note, null, "note"),
        Prose("answer", Words.WhatBodyAnswered, null, "answer.text"),
        Day("answered", Words.DayOfAnswer, "", "answer.day") with { Hint = Words.EmptyIsDayOfMove },
    ];

    public override void Take(Typed typed)
    {
        (_move.Initiative, _move.Ask, _move.To, _move.Day) = (Asked.Id, Asked.Which, typed.Choice<Stage>("to"), typed["day"]);
        _move.Note = typed.Text("note");
        _move.Answer = typed.Text("answer") is { } text ? new PolicyAsk.Types.Answer { Text = text, Day = typed["answered"] } : null;
        if (_move.To == Stage.Unspecified && _move.Answer is null)
            typed.Refuse("to", Words.MoveOrAnswer);
    }

    public override Task<Told> Save() => Calls.Write(_policy.MoveAskAsync, _move, Asked.Cancelled);

    /// <summary>The stages to which a way leads, as the contract has them.</summary>
    private static IReadOnlyList<Stage> Ways(Stage from) => from switch
    {
        Stage.Drafted => [Stage.Raised, Stage.Withdrawn],
        Stage.Raised => [Stage.UnderConsideration, Stage.Adopted, Stage.Declined, Stage.Withdrawn],
        Stage.UnderConsideration => [Stage.Adopted, Stage.Declined, Stage.Withdrawn],
        Stage.Adopted => [Stage.CarriedOut, Stage.UnderConsideration],
        Stage.CarriedOut => [Stage.UnderConsideration],
        _ => [Stage.Raised],
    };
}
