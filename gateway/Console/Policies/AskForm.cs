using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Policies;

/// <summary>An ask, raised from the barriers of the initiative and of those below it.</summary>
internal sealed class AskForm(CallInvoker invoker) : WritingForm
{
    private const int Most = 1_000;
    private const int BarriersToChoose = 200;

    private readonly Policy.PolicyClient _policy = new(invoker);
    private PolicyAsk _ask = new();
    private ServedChoices _served = ServedChoices.None;
    private IReadOnlyList<Choice> _barriers = [];
    private IReadOnlyList<string> _taken = [];

    public override Side Side => Side.Policy;

    public override Function? Function => V1.Function.AdvancePolicy;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeAsk : Words.AddAsk;

    public override string Hint => Words.AskHint;

    public override string Revision { get => _ask.Revision; set => _ask.Revision = value; }

    public override async Task<Outcome> Load()
    {
        _served = await ServedChoices.Read(Calls, invoker, Asked);
        var meeting = await Calls.Ask(
            _policy.ListBarriersAsync, new ListBarriersRequest { Initiative = Asked.Id, Below = true, PageSize = BarriersToChoose }, Asked.Cancelled);
        var barriers = (meeting.Value?.Barriers ?? []).Where(barrier => barrier.Sharing == Sharing.Shared).ToList();
        var names = await Calls.NamesFor(barriers.Select(barrier => barrier.Initiative), [Asked.Initiative], Asked.Cancelled);
        _barriers = [.. barriers.Select(barrier => Barrier(barrier, names))];
        if (Asked.Which.Length > 0)
        {
            var read = await Calls.Ask(_policy.GetAskAsync, new GetAskRequest { Initiative = Asked.Id, Ask = Asked.Which }, Asked.Cancelled);
            _ask = read.Value?.Clone() ?? new();
            return read.Outcome;
        }
        var listed = await Calls.Ask(_policy.ListAsksAsync, new ListAsksRequest { Initiative = Asked.Id, PageSize = Most }, Asked.Cancelled);
        _taken = [.. (listed.Value?.Asks ?? []).Select(ask => ask.Ask)];
        if (Asked.Of.Length > 0)
            await Begin();
        return listed.Outcome;
    }

    public override IEnumerable<Field> Fields() =>
    [
        Text("title", Words.TitleHeading, _ask.Title, "ask.title") with { IsRequired = true },
        Prose("asked", Words.WhatIsAsked, _ask.Asked, "ask.asked") with { IsRequired = true },
        Text("body", Words.OfWhom, _ask.Body, "ask.body") with { IsRequired = true, Hint = Words.OfWhomHint },
        Choose("instrument", Words.InstrumentHeading, _ask.Instrument, Words.NameOf, "ask.instrument"),
        Several("barrier", Words.RaisedFrom, _ask.Barriers, _barriers, "ask.barriers"),
        Several("clause", Words.ClausesServed, _ask.Clauses, _served.Clauses, "ask.clauses"),
        Several("serves", Words.IndicatorsServed, _ask.Indicators, _served.Indicators, "ask.indicators"),
        Shared(_ask.Sharing, "ask.sharing"),
    ];

    public override void Take(Typed typed)
    {
        // Filled in answers; a request says nothing of them.
        (_ask.Stage, _ask.Answer, _ask.MetBy, _ask.Positions) = (PolicyAsk.Types.Stage.Unspecified, null, null, null);
        _ask.Moves.Clear();
        _ask.Title = typed.Text("title");
        _ask.Asked = typed.Text("asked");
        _ask.Body = typed.Text("body");
        _ask.Instrument = typed.Choice<PolicyAsk.Types.Instrument>("instrument");
        _ask.Barriers.Clear();
        _ask.Barriers.Add(typed.All("barrier"));
        _ask.Clauses.Clear();
        _ask.Clauses.Add(typed.All("clause"));
        _ask.Indicators.Clear();
        _ask.Indicators.Add(typed.All("serves"));
        _ask.Sharing = typed.Choice<Sharing>("sharing");
        if (_ask.Ask.Length == 0)
            _ask.Ask = MadeId.Of(_ask.Title, "ask", _taken);
    }

    public override Task<Told> Save() => Calls.Write(_policy.SaveAskAsync, new SaveAskRequest { Initiative = Asked.Id, Ask = _ask }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _policy.RemoveAskAsync, new RemoveAskRequest { Initiative = Asked.Id, Ask = Asked.Which, Revision = revision }, Asked.Cancelled);

    /// <summary>Begins with what several meet, as it was chosen on the page.</summary>
    private async Task Begin()
    {
        var common = await Calls.Ask(_policy.ListCommonBarriersAsync, new ListCommonBarriersRequest { Initiative = Asked.Id, PageSize = 100 }, Asked.Cancelled);
        if (common.Value?.Groups.FirstOrDefault(group => group.Subject == Asked.Of) is not { } group)
            return;
        _ask.Barriers.Add(group.First.Select(named => $"{named.Initiative}/{named.Barrier}"));
        var topic = CommonTopic.Of(group);
        if (topic.Kind == CommonTopic.Clause)
            _ask.Clauses.Add(topic.Key);
        else if (topic.Kind == CommonTopic.Indicator)
            _ask.Indicators.Add(topic.Key);
    }

    private Choice Barrier(PolicyBarrier barrier, Names names)
    {
        var title = Localized.Of(barrier.Title, Asked.Edition.Language, barrier.Barrier);
        return new($"{barrier.Initiative}/{barrier.Barrier}", $"{names.Of(barrier.Initiative, Asked.Edition).Value}{Words.Colon}{title.Value}", title.Foreign);
    }
}
