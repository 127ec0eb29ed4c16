using CollectiveImpact.Backbone.Tests.Activities;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;
using static CollectiveImpact.Backbone.Tests.Network.Words;

namespace CollectiveImpact.Backbone.Tests.Charter;

/// <summary>A function moves between levels, over real services, and exactly one may write.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private const string Hamilton = "ca.on.hamilton", Ontario = "ca.on";
    private TestNest _nest = null!;

    public async Task InitializeAsync() => _nest = await TestNest.StartAsync();

    public async Task DisposeAsync() => await _nest.DisposeAsync();

    [Fact]
    public async Task a_province_reports_for_a_young_local_that_asked_it_to()
    {
        await Carry();
        await _nest.Provincial.Say(Hamilton, "2021", Figure("7"));
        await Until(() => _nest.Local.Value(Hamilton, "2021"), value => value == "7");
        await Until(() => _nest.National.Value("ca", "2021"), value => value == "7");
        var (code, fault) = await Refusal(() => _nest.Local.Say(Hamilton, "2021", Figure("8")));
        Assert.Equal((StatusCode.FailedPrecondition, Ontario), (code, fault.Holder));
    }

    [Fact]
    public async Task handed_over_the_local_writes_and_the_province_is_refused()
    {
        await Carry();
        await _nest.Provincial.Say(Hamilton, "2021", Figure("7"));
        await HandOver();
        var (code, fault) = await Refusal(() => _nest.Provincial.Say(Hamilton, "2021", Figure("9")));
        Assert.Equal((StatusCode.FailedPrecondition, Hamilton), (code, fault.Holder));
        await Until(() => _nest.Local.Holding(Hamilton), state => state is { Writer: Hamilton, Epoch: 3 });
        await _nest.Local.Say(Hamilton, "2021", Figure("8"));
        await Until(() => _nest.National.Value("ca", "2021"), value => value == "8");
        await Until(() => _nest.Provincial.Value(Ontario, "2021"), value => value == "8");
    }

    [Fact]
    public async Task what_a_former_holder_s_node_writes_all_the_same_is_refused_by_the_others_and_relayed_by_none()
    {
        await Carry();
        await _nest.Provincial.Say(Hamilton, "2021", Figure("7"));
        await HandOver();
        await Until(() => _nest.Local.Holding(Hamilton), state => state is { Writer: Hamilton, Epoch: 3 });
        // Past its own checks, as a node would that somebody has tampered with.
        var report = new ReportKey(Hamilton, $"ca/{TestNest.Indicator}", "2021", Ontario).Document;
        await _nest.Provincial.Log.WriteAsync(transaction =>
            transaction.Write(report, 2, new ReportRecord { Observations = { Figure("1000") } }));
        var receipts = await Until(
            async () => (await _nest.Provincial.Operator.ListRefusalsAsync(new(), _nest.Provincial.Token())).Refusals,
            refusals => refusals.Count(each => each is { ByPeer: true, Refusal.Kind: ReportKind.Kind }) == 2);
        Assert.All(receipts, each => Assert.Contains("wrote it after it had released", each.Refusal.Reason, StringComparison.Ordinal));
        Assert.Equal("7", await _nest.National.Value("ca", "2021"));
        Assert.Equal("7", await _nest.Local.Value(Hamilton, "2021"));
        // The staff of those whose figures these are sees it too, page by page; that of others does not.
        List<RefusedDocument> seen = [];
        var request = new ListRefusedDocumentsRequest { Initiative = Ontario, PageSize = 1 };
        do
        {
            var page = await _nest.Provincial.Health.ListRefusedDocumentsAsync(request);
            seen.AddRange(page.Refusals);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(receipts, seen);
        Assert.Empty((await _nest.Provincial.Health.ListRefusedDocumentsAsync(new ListRefusedDocumentsRequest { Initiative = "ca.qc" })).Refusals);
    }

    [Fact]
    public async Task what_the_former_holder_wrote_stays()
    {
        await Carry();
        await _nest.Provincial.Say(Hamilton, "2020", Figure("7"));
        await HandOver();
        await Until(() => _nest.Local.Holding(Hamilton), state => state.Writer == Hamilton);
        Assert.Equal("7", await Until(() => _nest.Local.Value(Hamilton, "2020"), value => value == "7"));
        var contribution = Assert.Single((await _nest.National.Explain("ca", "2020")).Contributions);
        Assert.Equal((Hamilton, 2), (contribution.Initiative, contribution.Epoch));
    }

    [Fact]
    public async Task a_local_that_is_away_takes_over_when_it_is_back()
    {
        await Carry();
        await _nest.StopLocalAsync();
        await HandOver();
        await _nest.StartLocalAsync();
        await Until(() => _nest.Local.Holding(Hamilton), state => state.Writer == Hamilton);
        await _nest.Local.Say(Hamilton, "2021", Figure("8"));
        await Until(() => _nest.National.Value("ca", "2021"), value => value == "8");
    }

    [Fact]
    public async Task a_holder_that_has_not_heard_of_its_successor_still_holds()
    {
        await _nest.Local.Declare(Hamilton, Ontario);
        await Until(() => _nest.Provincial.Holding(Hamilton), state => state.Proposed.Count == 1);
        await _nest.StopLocalAsync();
        var state = await _nest.Provincial.Accept(Hamilton, Ontario);
        Assert.Equal((FunctionState.Types.State.Overlap, Hamilton), (state.State, state.Writer));
        var (code, fault) = await Refusal(() => _nest.Provincial.Say(Hamilton, "2021", Figure("9")));
        Assert.Equal((StatusCode.FailedPrecondition, Hamilton), (code, fault.Holder));
        await _nest.StartLocalAsync();
        await Until(() => _nest.Provincial.Holding(Hamilton), held => held is { Writer: Ontario, State: FunctionState.Types.State.Held });
        await _nest.Provincial.Say(Hamilton, "2021", Figure("9"));
    }

    [Fact]
    public async Task what_nobody_held_begins_when_the_initiative_has_heard_of_the_acceptance()
    {
        await _nest.Local.Charter.DeclareAsync(new DeclareRequest { Initiative = Hamilton, Function = Function.AdvancePolicy, Holders = { Ontario } });
        await Until(() => Policy(_nest.Provincial), state => state.Proposed.Count == 1);
        await _nest.StopLocalAsync();
        var state = await _nest.Provincial.Charter.RespondAsync(new RespondRequest
        {
            Initiative = Hamilton, Function = Function.AdvancePolicy, Responder = Ontario, Answer = RespondRequest.Types.Answer.Accept,
        });
        Assert.Equal((FunctionState.Types.State.Proposed, ""), (state.State, state.Writer));
        var (code, fault) = await Refusal(async () => await _nest.Provincial.Charter.HandOverAsync(new HandOverRequest
        {
            Initiative = Hamilton, Function = Function.AdvancePolicy, To = { Hamilton },
        }));
        Assert.Equal((StatusCode.FailedPrecondition, Ontario), (code, fault.Holder));
        await _nest.StartLocalAsync();
        await Until(() => Policy(_nest.Provincial), held => held is { Writer: Ontario, Epoch: 1, State: FunctionState.Types.State.Held });
    }

    [Fact]
    public async Task a_term_is_handed_over_until_its_end_and_no_longer()
    {
        var end = _nest.Day(10);
        await _nest.Local.Charter.DeclareAsync(new DeclareRequest { Initiative = Hamilton, Function = Function.AdvancePolicy, Holders = { Ontario }, Until = end });
        await Until(() => Policy(_nest.Provincial), state => state.Proposed.Count == 1);
        await _nest.Provincial.Charter.RespondAsync(new RespondRequest
        {
            Initiative = Hamilton, Function = Function.AdvancePolicy, Responder = Ontario, Answer = RespondRequest.Types.Answer.Accept,
        });
        var request = new HandOverRequest { Initiative = Hamilton, Function = Function.AdvancePolicy, To = { "ca" }, Until = _nest.Day(11) };
        var (code, fault) = await Refusal(async () => await _nest.Provincial.Charter.HandOverAsync(request));
        Assert.Equal((StatusCode.InvalidArgument, "until"), (code, fault.Field));
        request.Until = "";
        await _nest.Provincial.Charter.HandOverAsync(request);
        await Until(() => Policy(_nest.National), state => state.Proposed.Count == 1);
        await _nest.National.Charter.RespondAsync(new RespondRequest
        {
            Initiative = Hamilton, Function = Function.AdvancePolicy, Responder = "ca", Answer = RespondRequest.Types.Answer.Accept,
        });
        var state = await Until(() => Policy(_nest.Local), held => held.Writer == "ca");
        Assert.Equal((2L, end), (state.Epoch, state.Until));
    }

    [Fact]
    public async Task what_the_initiative_declared_for_longer_than_the_term_in_which_it_began_goes_on_when_that_is_over()
    {
        await _nest.Local.Charter.DeclareAsync(new DeclareRequest { Initiative = Hamilton, Function = Function.AdvancePolicy, Holders = { Hamilton }, Until = _nest.Day(10) });
        await _nest.Local.Charter.DeclareAsync(new DeclareRequest { Initiative = Hamilton, Function = Function.AdvancePolicy, Holders = { Ontario } });
        await Until(() => Policy(_nest.Provincial), state => state.Proposed.Count == 1);
        await _nest.Provincial.Charter.RespondAsync(new RespondRequest
        {
            Initiative = Hamilton, Function = Function.AdvancePolicy, Responder = Ontario, Answer = RespondRequest.Types.Answer.Accept,
        });
        await Until(() => Policy(_nest.Provincial), state => state is { Writer: Ontario, Epoch: 2 } && state.Until == _nest.Day(10));
        await _nest.StopLocalAsync();
        _nest.Clock.Ahead = TimeSpan.FromDays(12);
        Assert.Equal(FunctionState.Types.State.Lapsed, (await Policy(_nest.Provincial)).State);
        await _nest.StartLocalAsync();
        await Until(() => Policy(_nest.Provincial), state => state is { Writer: Ontario, Epoch: 101, Until: "", State: FunctionState.Types.State.Held });
    }

    [Fact]
    public async Task a_function_that_was_declined_stays_where_it_was()
    {
        await _nest.Local.Declare(Hamilton, Ontario);
        await _nest.Provincial.Charter.RespondAsync(new RespondRequest
        {
            Initiative = Hamilton,
            Function = Function.EstablishSharedMeasurement,
            Responder = Ontario,
            Answer = RespondRequest.Types.Answer.Decline,
            Reason = new Text { En = "not this year" },
        });
        var state = await Until(() => _nest.Local.Holding(Hamilton), held => held.Proposed.Count == 0);
        Assert.Equal((FunctionState.Types.State.Held, Hamilton), (state.State, state.Writer));
    }

    [Fact]
    public async Task an_acceptance_is_not_taken_back_for_another_may_have_begun_by_it()
    {
        await _nest.Local.Declare(Hamilton, "ca", Ontario);
        await _nest.Provincial.Accept(Hamilton, Ontario);
        var (code, fault) = await Refusal(async () => await _nest.Provincial.Charter.RespondAsync(new RespondRequest
        {
            Initiative = Hamilton,
            Function = Function.EstablishSharedMeasurement,
            Responder = Ontario,
            Answer = RespondRequest.Types.Answer.Decline,
            Reason = new Text { En = "not this year" },
        }));
        Assert.Equal((StatusCode.FailedPrecondition, "answer"), (code, fault.Field));
        await Until(() => _nest.National.Accept(Hamilton, "ca"), _ => true);
        await Until(() => _nest.Provincial.Holding(Hamilton), state => state is { Writer: "ca", Epoch: 2 });
    }

    [Fact]
    public async Task held_jointly_one_writes()
    {
        await _nest.Local.Declare(Hamilton, Hamilton, Ontario);
        await _nest.Provincial.Accept(Hamilton, Ontario);
        var state = await Until(() => _nest.Local.Holding(Hamilton), held => held.State == FunctionState.Types.State.Shared);
        Assert.Equal((Hamilton, $"{Hamilton} {Ontario}"), (state.Writer, string.Join(' ', state.Holders)));
        await _nest.Local.Say(Hamilton, "2021", Figure("8"));
        var (code, fault) = await Refusal(() => _nest.Provincial.Say(Hamilton, "2021", Figure("9")));
        Assert.Equal((StatusCode.FailedPrecondition, Hamilton), (code, fault.Holder));
    }

    [Fact]
    public async Task when_the_term_is_over_nobody_writes()
    {
        await _nest.Local.Charter.DeclareAsync(new DeclareRequest
        {
            Initiative = Hamilton,
            Function = Function.EstablishSharedMeasurement,
            Holders = { Hamilton },
            Until = DateOnly.FromDateTime(_nest.Clock.GetUtcNow().UtcDateTime).AddDays(10).ToString("yyyy-MM-dd"),
        });
        await _nest.Local.Say(Hamilton, "2021", Figure("8"));
        _nest.Clock.Ahead = TimeSpan.FromDays(12);
        Assert.Equal(FunctionState.Types.State.Lapsed, (await _nest.Local.Holding(Hamilton)).State);
        Assert.Equal(StatusCode.FailedPrecondition, (await Refusal(() => _nest.Local.Say(Hamilton, "2021", Figure("9")))).Code);
        await _nest.Local.Declare(Hamilton, Hamilton);
        await _nest.Local.Say(Hamilton, "2021", Figure("9"));
        await Until(() => _nest.National.Value("ca", "2021"), value => value == "9");
    }

    [Fact]
    public async Task a_function_that_nobody_declared_is_a_gap()
    {
        var map = await _nest.Local.Charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = Hamilton });
        Assert.Equal(6, map.Functions.Count);
        Assert.Equal(5, map.Functions.Count(state => state.State == FunctionState.Types.State.Gap));
    }

    [Fact]
    public async Task who_is_not_named_is_not_asked()
    {
        var (code, fault) = await Refusal(() => _nest.Provincial.Accept(Hamilton, Ontario));
        Assert.Equal((StatusCode.FailedPrecondition, "responder"), (code, fault.Field));
    }

    [Fact]
    public async Task only_itself_or_one_it_is_aligned_with_can_hold()
    {
        var (code, fault) = await Refusal(() => _nest.Local.Declare(Hamilton, "ca.qc"));
        Assert.Equal((StatusCode.InvalidArgument, "holders[0]"), (code, fault.Field));
        Assert.Equal(StatusCode.NotFound, (await Refusal(() => _nest.Local.Declare(Hamilton, "nowhere"))).Code);
    }

    [Fact]
    public async Task watchers_are_told_what_a_call_did_by_the_version_it_answers_with()
    {
        using var watch = _nest.Local.Charter.WatchFunctionMap(new WatchFunctionMapRequest { Initiative = Hamilton });
        using var call = _nest.Local.Charter.DeclareAsync(new DeclareRequest
        {
            Initiative = Hamilton,
            Function = Function.AdvancePolicy,
            Holders = { Hamilton },
        });
        await call;
        var version = long.Parse((await call.ResponseHeadersAsync).GetValue("collectiveimpact-map-version")!);
        var holders = "";
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
            foreach (var map in watch.ResponseStream.Current.Maps)
                holders = string.Join(';', map.Functions.Single(state => state.Function == Function.AdvancePolicy).Holders);
        }
        while (watch.ResponseStream.Current.Version < version);
        Assert.Equal(Hamilton, holders);
    }

    private static async Task<FunctionState> Policy(TestNode node) =>
        (await node.Charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = Hamilton })).Functions.Single(state => state.Function == Function.AdvancePolicy);

    private async Task Carry()
    {
        await _nest.Local.Declare(Hamilton, Ontario);
        await _nest.Provincial.Accept(Hamilton, Ontario);
        await Until(() => _nest.Provincial.Holding(Hamilton), state => state is { Writer: Ontario, Epoch: 2 });
    }

    private async Task HandOver() => await _nest.Provincial.Charter.HandOverAsync(new HandOverRequest
    {
        Initiative = Hamilton,
        Function = Function.EstablishSharedMeasurement,
        To = { Hamilton },
    });
}
