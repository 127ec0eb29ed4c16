using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Forms;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Console.Policies;

/// <summary>An ask, raised from the barriers of the initiative and of those below it.</summary>
internal sealed class AskForm(CallInvoker invoker) : RecordForm<PolicyAsk>(ask => ask.Ask)
{
    private const int BarriersToChoose = 200;

    private readonly Policy.PolicyClient _policy = new(invoker);
    private ServedChoices _served = ServedChoices.None;
    private IReadOnlyList<Choice> _barriers = [];

    public override Side Side => Side.Policy;

    public override Function? Function => V1.Function.AdvancePolicy;

    public override string Title => Asked.Which.Length > 0 ? Words.ChangeAsk : Words.AddAsk;

    public override string Hint => Words.AskHint;

    public override async Task<Outcome> Load()
    {
        _served = await ServedChoices.Read(Calls, invoker, Asked);
        var meeting = await Calls.Ask(
            _policy.ListBarriersAsync, new ListBarriersRequest { Initiative = Asked.Id, Below = true, PageSize = BarriersToChoose }, Asked.Cancelled);
        var barriers = (meeting.Value?.Barriers ?? []).Where(barrier => barrier.Sharing == Sharing.Shared).ToList();
        var names = await Calls.NamesFor(barriers.Select(barrier => barrier.Initiative), [Asked.Initiative], Asked.Cancelled);
        _barriers = [.. barriers.Select(barrier => Barrier(barrier, names))];
        if (Asked.Which.Length > 0)
            return await Open(_policy.GetAskAsync, new GetAskRequest { Initiative = Asked.Id, Ask = Asked.Which });
        var outcome = await Find(_policy.ListAsksAsync, new ListAsksRequest { Initiative = Asked.Id, PageSize = Most }, answer => answer.Asks);
        if (Asked.Of.Length > 0)
            await Begin();
        return outcome;
    }

    public override IEnumerable<Field> Fields() =>
    [
        Text("title", Words.TitleHeading, Record.Title, "ask.title") with { IsRequired = true },
        Prose("asked", Words.WhatIsAsked, Record.Asked, "ask.asked") with { IsRequired = true },
        Text("body", Words.OfWhom, Record.Body, "ask.body") with { IsRequired = true, Hint = Words.OfWhomHint },
        Choose("instrument", Words.InstrumentHeading, Record.Instrument, Words.NameOf, "ask.instrument"),
        Several("barrier", Words.RaisedFrom, Record.Barriers, _barriers, "ask.barriers"),
        Several("clause", Words.ClausesServed, Record.Clauses, _served.Clauses, "ask.clauses"),
        Several("serves", Words.IndicatorsServed, Record.Indicators, _served.Indicators, "ask.indicators"),
        Shared(Record.Sharing, "ask.sharing"),
    ];

    public override void Take(Typed typed)
    {
        // Filled in answers; a request says nothing of them.
        (Record.Stage, Record.Answer, Record.MetBy, Record.Positions) = (PolicyAsk.Types.Stage.Unspecified, null, null, null);
        Record.Moves.Clear();
        Record.Title = typed.Text("title");
        Record.Asked = typed.Text("asked");
        Record.Body = typed.Text("body");
        Record.Instrument = typed.Choice<PolicyAsk.Types.Instrument>("instrument");
        Record.Barriers.Clear();
        Record.Barriers.Add(typed.All("barrier"));
        Record.Clauses.Clear();
        Record.Clauses.Add(typed.All("clause"));
        Record.Indicators.Clear();
        Record.Indicators.Add(typed.All("serves"));
        Record.Sharing = typed.Choice<Sharing>("sharing");
        if (Record.Ask.Length == 0)
            Record.Ask = MadeId.Of(Record.Title, "ask", Taken);
    }

    public override Task<Told> Save() => Calls.Write(_policy.SaveAskAsync, new SaveAskRequest { Initiative = Asked.Id, Ask = Record }, Asked.Cancelled);

    public override Func<string, Task<Told>>? Remove => Asked.Which.Length == 0 ? null : revision => Calls.Write(
        _policy.RemoveAskAsync, new RemoveAskRequest { Initiative = Asked.Id, Ask = Asked.Which, Revision = revision }, Asked.Cancelled);

    /// <summary>Begins with what several meet, as it was chosen on the page.</summary>
    private async Task Begin()
    {
        var common = await Calls.Ask(_policy.ListCommonBarriersAsync, new ListCommonBarriersRequest { Initiative = Asked.Id, PageSize = 100 }, Asked.Cancelled);
        if (common.Value?.Groups.FirstOrDefault(group => group.Subject == Asked.Of) is not { } group)
            return;
        Record.Barriers.Add(group.First.Select(named => $"{named.Initiative}/{named.Barrier}"));
        var topic = CommonTopic.Of(group);
        if (topic.Kind == CommonTopic.Clause)
            Record.Clauses.Add(topic.Key);
        else if (topic.Kind == CommonTopic.Indicator)
            Record.Indicators.Add(topic.Key);
    }

    private Choice Barrier(PolicyBarrier barrier, Names names)
    {
        var title = Localized.Of(barrier.Title, Asked.Edition.Language, barrier.Barrier);
        return new($"{barrier.Initiative}/{barrier.Barrier}", $"{names.Of(barrier.Initiative, Asked.Edition).Value}{Words.Colon}{title.Value}", title.Foreign);
    }
}
