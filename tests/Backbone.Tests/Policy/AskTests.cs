using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;
using static CollectiveImpact.Backbone.Tests.Policy.Advancing;
using static CollectiveImpact.V1.PolicyAsk.Types;

namespace CollectiveImpact.Backbone.Tests.Policy;

/// <summary>Asks are written by whoever holds the function, stand on what there is, and tell what became of them.</summary>
public sealed class AskTests(NodeStores stores) : IClassFixture<NodeStores>, IAsyncLifetime
{
    private TestNest _nest = null!;

    private TestNode Province => _nest.Provincial;

    public async Task InitializeAsync()
    {
        _nest = await TestNest.StartAsync(stores);
        await Province.Hold(Ontario);
    }

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task what_is_written_is_read_back_whole()
    {
        await _nest.Local.Meet(Hamilton, ABarrier("sales"));
        await _nest.Local.Tell(Hamilton, "stairs");
        await Province.Heard(Hamilton, "sales");
        var whole = new PolicyAsk(AnAsk("notice", Sharing.Kept, $"{Hamilton}/sales")) { Indicators = { $"{Canada}/{TestNest.Indicator}" }, Stories = { $"{Hamilton}/stairs" } };

        var saved = await Until(() => Province.Raise(Ontario, whole), _ => true);

        Assert.Equal(saved, await Province.Ask(Ontario, "notice"));
        Assert.Equal((Stage.Drafted, Sharing.Kept, "1.1"), (saved.Stage, saved.Sharing, saved.Revision));
        Assert.Equal((whole.Barriers, whole.Stories, whole.Indicators), (saved.Barriers, saved.Stories, saved.Indicators));
        Assert.Equal($"{Hamilton}; ; 0", saved.Told());
    }

    [Fact]
    public async Task its_way_is_written_as_it_moves_and_the_answer_with_it()
    {
        var ask = await Province.Raise(Ontario, AnAsk("notice"));
        ask = await Province.Move(ask, Stage.Raised, "2026-01-10", "Sent to all members");
        ask = await Province.Move(ask, Stage.Unspecified, "2026-02-01", answer: "We have it");
        ask = await Province.Move(ask, Stage.Declined, "2026-03-01", answer: "Not this year");
        ask = await Province.Raise(Ontario, new PolicyAsk(ask) { Title = Said("Notice of sale") });

        var read = await Province.Ask(Ontario, "notice");

        Assert.Equal(ask, read);
        Assert.Equal((Stage.Declined, "Not this year", "2026-03-01"), (read.Stage, read.Answer.Text.En, read.Answer.Day));
        Assert.Equal([Stage.Drafted, Stage.Raised, Stage.Declined], read.Moves.Select(move => move.To));
        Assert.Equal(["2026-01-10", "2026-03-01"], read.Moves.Skip(1).Select(move => move.Day));
        Assert.Equal("Sent to all members", read.Moves[1].Note.En);
    }

    public static TheoryData<string, StatusCode, Stage, string, string> WrongMoves => new()
    {
        { "to", StatusCode.FailedPrecondition, Stage.CarriedOut, "", "" },
        { "to", StatusCode.FailedPrecondition, Stage.Drafted, "", "" },
        { "to", StatusCode.InvalidArgument, (Stage)99, "", "" },
        { "to", StatusCode.InvalidArgument, Stage.Unspecified, "", "" },
        { "day", StatusCode.InvalidArgument, Stage.Adopted, "9999-01-01", "" },
        { "day", StatusCode.InvalidArgument, Stage.Adopted, "2025-12-31", "" },
        { "day", StatusCode.InvalidArgument, Stage.Adopted, "yesterday", "" },
        { "note.en", StatusCode.InvalidArgument, Stage.Adopted, "", new string('x', 2001) },
    };

    [Theory, MemberData(nameof(WrongMoves))]
    public async Task a_move_that_leads_nowhere_is_refused_by_name(string field, StatusCode code, Stage to, string day, string note)
    {
        var ask = await Province.Move(await Province.Raise(Ontario, AnAsk("notice")), Stage.Raised, "2026-01-10");

        var refusal = await Refusal(() => Province.Move(ask, to, day, note));

        Assert.Equal((code, field), (refusal.Code, refusal.Fault.Field));
        Assert.Equal(ask, await Province.Ask(Ontario, "notice"));
    }

    [Fact]
    public async Task what_was_declined_is_asked_again_only_with_a_reason()
    {
        var ask = await Province.Raise(Ontario, AnAsk("notice"));
        ask = await Province.Move(ask, Stage.Raised);
        ask = await Province.Move(ask, Stage.Declined);

        Assert.Equal("note", (await Refusal(() => Province.Move(ask, Stage.Raised))).Fault.Field);
        Assert.Equal(Stage.Raised, (await Province.Move(ask, Stage.Raised, note: "A new legislature")).Stage);
    }

    [Fact]
    public async Task what_is_kept_is_not_raised_and_what_was_raised_is_neither_kept_nor_taken_out()
    {
        var ask = await Province.Raise(Ontario, AnAsk("notice", Sharing.Kept));
        Assert.Equal((StatusCode.FailedPrecondition, "to"), await Field(() => Province.Move(ask, Stage.Raised)));
        ask = await Province.Raise(Ontario, new PolicyAsk(ask) { Sharing = Sharing.Shared });
        Assert.Equal((StatusCode.FailedPrecondition, "answer"), await Field(() => Province.Move(ask, Stage.Unspecified, answer: "Yes")));
        ask = await Province.Move(ask, Stage.Raised);

        Assert.Equal((StatusCode.FailedPrecondition, "ask.sharing"), await Field(() => Province.Raise(Ontario, new PolicyAsk(ask) { Sharing = Sharing.Kept })));
        Assert.Equal((StatusCode.FailedPrecondition, "ask"), await Field(async () => await Province.Policy.RemoveAskAsync(
            new RemoveAskRequest { Initiative = Ontario, Ask = "notice", Revision = ask.Revision })));
    }

    [Fact]
    public async Task one_that_was_never_raised_is_taken_out_with_all_that_hangs_on_it()
    {
        await _nest.Local.Meet(Hamilton, ABarrier("sales"));
        await Province.Heard(Hamilton, "sales");
        var ask = await Province.Raise(Ontario, AnAsk("notice", Sharing.Shared, $"{Hamilton}/sales"));
        await Province.Take(Ontario, APosition("notice", "builders"));
        await Province.Take(Ontario, APosition("notice", "owners", AskPosition.Types.Stance.Opposes, Sharing.Kept));
        await _nest.Local.Heard(Hamilton, "sales", barrier => barrier.TakenUp.Count == 1);

        await Province.Policy.RemoveAskAsync(new RemoveAskRequest { Initiative = Ontario, Ask = "notice", Revision = ask.Revision });

        await _nest.Local.Heard(Hamilton, "sales", barrier => barrier.TakenUp.Count == 0);
        Assert.Equal(StatusCode.NotFound, (await Refusal(() => Province.Ask(Ontario, "notice"))).Code);
        Assert.DoesNotContain(Province.Documents(), document => document.Content.Kind.StartsWith("ask", StringComparison.Ordinal) && !document.Content.Deleted);
    }

    public static TheoryData<string, StatusCode, Action<PolicyAsk>> Wrong => new()
    {
        { "ask.ask", StatusCode.InvalidArgument, ask => ask.Ask = "A" },
        { "ask.title", StatusCode.InvalidArgument, ask => ask.Title = null },
        { "ask.asked", StatusCode.InvalidArgument, ask => ask.Asked = null },
        { "ask.body", StatusCode.InvalidArgument, ask => ask.Body = null },
        { "ask.instrument", StatusCode.InvalidArgument, ask => ask.Instrument = default },
        { "ask.clauses[0]", StatusCode.InvalidArgument, ask => ask.Clauses.Add($"{Hamilton}/beds") },
        { "ask.clauses[0]", StatusCode.NotFound, ask => ask.Clauses.Add($"{Canada}/nothing") },
        { "ask.indicators[0]", StatusCode.NotFound, ask => ask.Indicators.Add($"{Canada}/nothing") },
        { "ask.stories[0]", StatusCode.NotFound, ask => ask.Stories.Add($"{Hamilton}/nothing") },
        { "ask.stories[0]", StatusCode.InvalidArgument, ask => ask.Stories.Add($"{Quebec}/nothing") },
        { "ask.barriers[0]", StatusCode.InvalidArgument, ask => ask.Barriers.Add("sales") },
        { "ask.barriers[0]", StatusCode.InvalidArgument, ask => ask.Barriers.Add($"{Canada}/sales") },
        { "ask.barriers[0]", StatusCode.NotFound, ask => ask.Barriers.Add($"{Hamilton}/nothing") },
        { "ask.barriers[0]", StatusCode.FailedPrecondition, ask => ask.Barriers.Add($"{Ontario}/quiet") },
        { "ask.barriers[1]", StatusCode.InvalidArgument, ask => ask.Barriers.Add([$"{Ontario}/loud", $"{Ontario}/loud"]) },
        { "ask.sharing", StatusCode.InvalidArgument, ask => ask.Sharing = (Sharing)9 },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task what_is_malformed_or_not_there_is_refused_by_name(string field, StatusCode code, Action<PolicyAsk> wrong)
    {
        await Province.Meet(Ontario, ABarrier("quiet", sharing: Sharing.Kept));
        await Province.Meet(Ontario, ABarrier("loud"));
        var ask = AnAsk("notice");
        wrong(ask);

        Assert.Equal((code, field), await Field(() => Province.Raise(Ontario, ask)));
        Assert.Empty((await Province.Policy.ListAsksAsync(new ListAsksRequest { Initiative = Ontario })).Asks);
    }

    [Fact]
    public async Task who_does_not_hold_the_function_is_told_who_does_and_of_two_that_read_the_same_the_second_is_refused()
    {
        var read = await Province.Raise(Ontario, AnAsk("notice"));
        var other = await Refusal(() => _nest.National.Raise(Ontario, AnAsk("notice")));
        var by = await Refusal(() => Province.Raise(Ontario, new PolicyAsk(read), by: Quebec));
        await Province.Move(read, Stage.Raised);
        var late = await Refusal(() => Province.Raise(Ontario, new PolicyAsk(read) { Title = Said("Late") }));

        Assert.Equal((StatusCode.FailedPrecondition, Ontario), (other.Code, other.Fault.Holder));
        Assert.Equal("by", by.Fault.Field);
        Assert.Equal((StatusCode.Aborted, "revision"), (late.Code, late.Fault.Field));
    }

    [Fact]
    public async Task asks_are_listed_by_stage_and_instrument_over_all_below()
    {
        await _nest.Local.Hold(Hamilton);
        await _nest.Local.Raise(Hamilton, new PolicyAsk(AnAsk("by-law")) { Instrument = Instrument.ByLaw });
        await Province.Move(await Province.Raise(Ontario, AnAsk("a")), Stage.Raised);
        await Province.Raise(Ontario, AnAsk("b"));
        await Province.HeardAsk(Hamilton, "by-law");

        var all = await Acting.All<string>(async token =>
        {
            var page = await Province.Policy.ListAsksAsync(new ListAsksRequest { Initiative = Ontario, Below = true, PageSize = 1, PageToken = token });
            return ([.. page.Asks.Select(ask => ask.Ask)], page.NextPageToken);
        });

        Assert.Equal(["a", "b", "by-law"], all);
        Assert.Equal(["b", "by-law"], await Listed(new ListAsksRequest { Initiative = Ontario, Below = true, Stage = Stage.Drafted }));
        Assert.Equal(["by-law"], await Listed(new ListAsksRequest { Initiative = Ontario, Below = true, Stage = Stage.Drafted, Instrument = Instrument.ByLaw }));
        Assert.Equal(["a"], await Listed(new ListAsksRequest { Initiative = Ontario, Stage = Stage.Raised, Instrument = Instrument.Law }));
    }

    [Fact]
    public async Task positions_are_kept_unless_shared_and_counted()
    {
        await Province.Join(Ontario, "builders");
        await Province.Join(Ontario, "quiet", Sharing.Kept);
        await Province.Raise(Ontario, AnAsk("notice"));
        var builders = await Province.Take(Ontario, new AskPosition { Ask = "notice", Position = "builders", Partner = "builders", Stance = AskPosition.Types.Stance.Supports });
        await Province.Take(Ontario, APosition("notice", "owners", AskPosition.Types.Stance.Opposes));
        await Province.Take(Ontario, APosition("notice", "press", AskPosition.Types.Stance.Undecided));

        Assert.Equal((Sharing.Kept, "1.1"), (builders.Sharing, builders.Revision));
        Assert.Equal(new Count { Supports = 1, Opposes = 1, Undecided = 1 }, (await Province.Ask(Ontario, "notice")).Positions);
        Assert.Equal(new Count { Opposes = 1, Undecided = 1 }, (await _nest.Local.HeardAsk(Ontario, "notice", ask => ask.Positions.Undecided == 1)).Positions);
        var list = await Province.Policy.ListPositionsAsync(new ListPositionsRequest { Initiative = Ontario, Ask = "notice", Stance = AskPosition.Types.Stance.Opposes });
        Assert.Equal(["owners"], list.Positions.Select(position => position.Position));
        Assert.Equal("position.partner", (await Refusal(() => Province.Take(Ontario, new AskPosition(builders) { Position = "b", Revision = "", Partner = "nobody" }))).Fault.Field);
        Assert.Equal("position.partner", (await Refusal(() => Province.Take(Ontario, new AskPosition(builders) { Position = "b", Revision = "", Partner = "quiet", Sharing = Sharing.Shared }))).Fault.Field);
        Assert.Equal("position.name", (await Refusal(() => Province.Take(Ontario, new AskPosition(builders) { Name = Said("Both") }))).Fault.Field);
        Assert.Equal("position.ask", (await Refusal(() => Province.Take(Ontario, APosition("nothing", "x")))).Fault.Field);
        Assert.Equal("position.day", (await Refusal(() => Province.Take(Ontario, new AskPosition(builders) { Day = "9999-01-01" }))).Fault.Field);

        await Province.Policy.RemovePositionAsync(new RemovePositionRequest { Initiative = Ontario, Ask = "notice", Position = "builders", Revision = builders.Revision });
        Assert.Equal(0, (await Province.Ask(Ontario, "notice")).Positions.Supports);
    }

    private async Task<IEnumerable<string>> Listed(ListAsksRequest request) => (await Province.Policy.ListAsksAsync(request)).Asks.Select(ask => ask.Ask);

    private static async Task<(StatusCode, string)> Field(Func<Task> call)
    {
        var (code, fault) = await Refusal(call);
        return (code, fault.Field);
    }
}
