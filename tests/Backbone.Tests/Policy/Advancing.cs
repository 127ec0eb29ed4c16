using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Exchange.Documents;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Policy;

/// <summary>What tests say about policy, in the nest of <see cref="TestNest"/>.</summary>
internal static class Advancing
{
    public const string Canada = "ca", Ontario = "ca.on", Quebec = "ca.qc", Hamilton = "ca.on.hamilton", Toronto = "ca.on.toronto", Ottawa = "ca.ottawa-gatineau";

    public const PolicyBarrier.Types.Naming ByName = PolicyBarrier.Types.Naming.ByName, ByPlace = PolicyBarrier.Types.Naming.ByPlace, Counted = PolicyBarrier.Types.Naming.Counted;

    public static Text Said(string english) => new() { En = english, Fr = $"{english} (fr)" };

    public static async Task Hold(this TestNode node, string initiative, params string[] holders) =>
        await node.Charter.DeclareAsync(new DeclareRequest { Initiative = initiative, Function = Function.AdvancePolicy, Holders = { holders.Length > 0 ? holders : [initiative] } });

    public static async Task TakeUp(this TestNode node, string initiative, string responder) => await Until(
        async () => await node.Charter.RespondAsync(new RespondRequest
        {
            Initiative = initiative,
            Function = Function.AdvancePolicy,
            Responder = responder,
            Answer = RespondRequest.Types.Answer.Accept,
        }),
        _ => true);

    public static async Task<string> Holds(this TestNode node, string initiative) =>
        (await node.Charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = initiative })).Functions.Single(state => state.Function == Function.AdvancePolicy).Writer;

    public static PolicyBarrier ABarrier(string id, PolicyBarrier.Types.Naming naming = ByName, Sharing sharing = Sharing.Shared) =>
        new() { Barrier = id, Title = Said(id), Effect = Said("It stands in the way"), Naming = naming, Sharing = sharing };

    public static async Task<PolicyBarrier> Meet(this TestNode node, string initiative, PolicyBarrier barrier) =>
        await node.Policy.SaveBarrierAsync(new SaveBarrierRequest { Initiative = initiative, Barrier = barrier });

    public static async Task<PolicyBarrier> Barrier(this TestNode node, string initiative, string id) =>
        await node.Policy.GetBarrierAsync(new GetBarrierRequest { Initiative = initiative, Barrier = id });

    public static Task<PolicyBarrier> Heard(this TestNode node, string initiative, string id, Func<PolicyBarrier, bool>? isRight = null) =>
        Until(() => node.Barrier(initiative, id), barrier => isRight?.Invoke(barrier) ?? true);

    public static async Task<IReadOnlyList<string>> Barriers(this TestNode node, ListBarriersRequest request) =>
        [.. (await node.Policy.ListBarriersAsync(request)).Barriers.Select(barrier => $"{barrier.Initiative}/{barrier.Barrier}")];

    public static PolicyAsk AnAsk(string id, Sharing sharing = Sharing.Shared, params string[] barriers) => new()
    {
        Ask = id,
        Title = Said(id),
        Asked = Said("That it ends"),
        Body = Said("The legislature"),
        Instrument = PolicyAsk.Types.Instrument.Law,
        Sharing = sharing,
        Barriers = { barriers },
    };

    public static async Task<PolicyAsk> Raise(this TestNode node, string initiative, PolicyAsk ask, string by = "") =>
        await node.Policy.SaveAskAsync(new SaveAskRequest { Initiative = initiative, Ask = ask, By = by });

    public static async Task<PolicyAsk> Move(this TestNode node, PolicyAsk ask, PolicyAsk.Types.Stage to, string day = "", string note = "", string answer = "") =>
        await node.Policy.MoveAskAsync(new MoveAskRequest
        {
            Initiative = ask.Initiative,
            Ask = ask.Ask,
            To = to,
            Day = day,
            Note = note.Length == 0 ? null : Said(note),
            Answer = answer.Length == 0 ? null : new PolicyAsk.Types.Answer { Text = Said(answer) },
            Revision = ask.Revision,
        });

    public static async Task<PolicyAsk> Ask(this TestNode node, string initiative, string id) =>
        await node.Policy.GetAskAsync(new GetAskRequest { Initiative = initiative, Ask = id });

    public static Task<PolicyAsk> HeardAsk(this TestNode node, string initiative, string id, Func<PolicyAsk, bool>? isRight = null) =>
        Until(() => node.Ask(initiative, id), ask => isRight?.Invoke(ask) ?? true);

    public static AskPosition APosition(string ask, string id, AskPosition.Types.Stance stance = AskPosition.Types.Stance.Supports, Sharing sharing = Sharing.Shared) =>
        new() { Ask = ask, Position = id, Name = Said(id), Stance = stance, Sharing = sharing };

    public static async Task<AskPosition> Take(this TestNode node, string initiative, AskPosition position) =>
        await node.Policy.SavePositionAsync(new SavePositionRequest { Initiative = initiative, Position = position });

    public static async Task Tell(this TestNode node, string initiative, string story) => await node.Communication.SaveStoryAsync(
        new SaveStoryRequest { Initiative = initiative, Story = new Story { Story_ = story, Title = Said(story), Text = Said("It was so") } });

    /// <summary>What stands of an ask as those below are told it: `named; place n; counted`.</summary>
    public static string Told(this PolicyAsk ask) =>
        $"{string.Join(' ', ask.MetBy.Named)}; {string.Join(' ', ask.MetBy.Places.Select(place => $"{place.Place_} {place.Initiatives}"))}; {ask.MetBy.Counted}";

    /// <summary>All that is in a node's log.</summary>
    public static List<StoredDocument> Documents(this TestNode node) => node.Log.Read(reader => reader.DocumentsAfter(0, 10_000));
}
