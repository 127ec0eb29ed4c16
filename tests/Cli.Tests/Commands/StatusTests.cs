using System.Text.RegularExpressions;
using CollectiveImpact.Cli.Tests.Fakes;
using Google.Protobuf.WellKnownTypes;
using static CollectiveImpact.V1.FunctionState.Types;
using static CollectiveImpact.V1.LinkState.Types;

namespace CollectiveImpact.Cli.Tests.Commands;

public sealed class StatusTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private FakeNode node = null!;

    public async Task InitializeAsync()
    {
        node = await FakeNode.StartAsync();
        var status = node.Operator.Status;
        status.Started = Timestamp.FromDateTimeOffset(Now.AddHours(-5));
        status.LogSince = Timestamp.FromDateTimeOffset(Now.AddDays(-20));
        status.LogReason = "created";
        status.RefusedDocuments = 1;
        status.RefusedCalls = 3;
        status.Links.Add(
        [
            new LinkState
            {
                Peer = new string('a', 64), PeerName = "Canada", PeerLevel = Level.National, PeerIsParent = true, Address = "http://127.0.0.1:5001",
                Phase = Phase.Open, Standing = Standing.Active, Received = 1234, Acknowledged = 1300, Head = 1302, LagDocuments = 2, LagSeconds = 3,
            },
            new LinkState
            {
                Peer = new string('b', 64), PeerName = "The backbone of Hamilton and all of its very many neighbours", Phase = Phase.Waiting, Standing = Standing.Active,
                LastError = "the connection was closed", NextTry = Timestamp.FromDateTimeOffset(Now.AddSeconds(12)), Head = 1302, Acknowledged = 1302, Refused = 1,
            },
            new LinkState { Peer = new string('c', 64), PeerName = "Kingston", Phase = Phase.Silent, Standing = Standing.Suspended, StandingReason = "moves house", Head = 1302 },
        ]);
        node.Operator.Maps.Add(Map(
            "ca.on", new FunctionState { State = State.Held, Writer = "ca.on", Holders = { "ca.on" } },
            new FunctionState { State = State.Held, Writer = "ca", Holders = { "ca" } },
            new FunctionState { State = State.Shared, Writer = "ca.on", Holders = { "ca.on", "ca" } },
            new FunctionState { State = State.Gap },
            new FunctionState { State = State.Overlap, Writer = "ca", Holders = { "ca" }, Proposed = { new Proposal { Holders = { "ca.on" } } } },
            new FunctionState { State = State.Lapsed, Writer = "ca.on", Holders = { "ca.on" }, Until = "2026-06-30" }));
        node.Operator.Maps.Add(new FunctionMap { Initiative = "ca.qc", Level = Level.Provincial, Node = "another" });
    }

    public async Task DisposeAsync() => await node.DisposeAsync();

    [Fact]
    public async Task Piped_it_is_plain_and_holds_everything()
    {
        var outcome = (await new Nest { Time = new StoppedClock(Now) }.RunAsync("status", "--data", node.Data.Path)).Ends(0);

        Assert.Equal("", outcome.Error);
        Assert.Equal(
            $"""
            Ontario, provincial node
            id         {FakeOperator.NodeId}
            release    0.3.0, up for 5 h, since 2026-11-22 05:00:00 UTC
            store      SQLite, 1,290 documents
            log        0123456789abcdef0123456789abcdef, up to 1,302
                       created 2026-11-02 10:00:00 UTC
            key        rotated once
            refused    1 document, 3 calls in 24 hours; nest refused lists them

            Links
            PEER                                                          ID        IS      STATE      RECEIVED  ACKNOWLEDGED  BEHIND  FOR
            Canada                                                        aaaaaaaa  parent  open          1,234   1,300/1,302       2  3 s
            The backbone of Hamilton and all of its very many neighbours  bbbbbbbb  child   waiting           0   1,302/1,302       0
            Kingston                                                      cccccccc  child   suspended         0       0/1,302       0
            The backbone of Hamilton and all of its very many neighbours: the connection was closed; tried again in 12 s, at 2026-11-22 10:00:12 UTC
            The backbone of Hamilton and all of its very many neighbours: 1 document refused; nest refused says why
            Kingston: suspended, because: moves house

            Functions of the initiatives hosted here
            INITIATIVE  VISION  ACTIVITIES  MEASUREMENT  WILL  POLICY   RESOURCES
            ca.on       itself  ca          itself +1    GAP   OVERLAP  LAPSED
            ca.on, advance policy: ca holds it, and ca.on has accepted it; it passes on as soon as ca hears of it
            ca.on, mobilize resources: the term of ca.on ended on 2026-06-30, and what is written is refused
            1 initiative: 1 gap, 1 overlap, 1 lapsed

            """.ReplaceLineEndings("\n"),
            outcome.Out);
    }

    [Fact]
    public async Task On_a_terminal_no_line_is_wider_than_it()
    {
        node.Operator.Maps.Add(Map("ca.on.outside-census-metropolitan-areas-and-census-agglomerations", [.. Enumerable.Range(0, 6).Select(_ => new FunctionState { State = State.Held, Writer = "ca.on.outside", Holders = { "x" } })]));

        var outcome = (await new Nest { AtTerminal = true, Time = new StoppedClock(Now) }.RunAsync("status", "--data", node.Data.Path)).Ends(0);

        string[] lines = [.. outcome.OutLines.Select(line => Regex.Replace(line, @"\x1b\[[\d;]*m", ""))];
        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
        Assert.Contains(lines, line => line.StartsWith("The back", StringComparison.Ordinal) && line.Contains("…  bbbbbbbb", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_holds_the_contracts_messages()
    {
        var json = (await node.RunAsync("status", "--json")).Ends(0).Json;

        Assert.Equal("Ontario", json.GetProperty("status").GetProperty("node").GetProperty("name").GetString());
        Assert.Equal("PHASE_WAITING", json.GetProperty("status").GetProperty("links")[1].GetProperty("phase").GetString());
        Assert.Equal("STATE_GAP", json.GetProperty("functionMaps")[0].GetProperty("functions")[3].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_node_without_links_and_initiatives_says_how_to_come_by_them()
    {
        node.Operator.Status.Links.Clear();
        node.Operator.Maps.Clear();

        var outcome = (await node.RunAsync("status")).Ends(0);

        Assert.Contains("then nest join here", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("nest import loads", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_documents_are_read_to_the_last_page_and_calls_beside_them()
    {
        node.Operator.Answers<ListRefusalsRequest>(request => new ListRefusalsResponse
        {
            Refusals = { Refused(request.PageToken.Length == 0 ? "2020" : "2021", byPeer: request.PageToken.Length > 0) },
            NextPageToken = request.PageToken.Length == 0 ? "more" : "",
        });
        node.Operator.Answers<ListRefusedCallsRequest>(_ => new ListRefusedCallsResponse
        {
            Calls =
            {
                new RefusedCall { Method = "collectiveimpact.v1.Exchange/Join", Status = "PERMISSION_DENIED", Reason = "the invitation has expired", Count = 2, Last = Timestamp.FromDateTimeOffset(Now) },
                new RefusedCall { Method = "collectiveimpact.v1.SharedMeasurement/Report", Status = "INVALID_ARGUMENT", Field = "period", Count = 1, Last = Timestamp.FromDateTimeOffset(Now) },
            },
        });

        var outcome = (await node.RunAsync("refused", "--all")).Ends(0);

        Assert.Equal(
            """
            Refused documents
            2026-11-22 10:00:00 UTC  ca.on.hamilton report ca/need/2020/ca.on.hamilton
              refused here, from Hamilton: indicator ca/need is not known here
            2026-11-22 10:00:00 UTC  ca.on.hamilton report ca/need/2021/ca.on.hamilton
              Hamilton refused it: indicator ca/need is not known here

            Refused calls
            2026-11-22 10:00:00 UTC  Exchange/Join  PERMISSION_DENIED  2 times
              the invitation has expired
            2026-11-22 10:00:00 UTC  SharedMeasurement/Report  INVALID_ARGUMENT  once  period

            """.ReplaceLineEndings("\n"),
            outcome.Out);
        Assert.All(node.Operator.Requests.OfType<ListRefusalsRequest>(), request => Assert.True(request.WithAccepted));
    }

    private static RefusedDocument Refused(string period, bool byPeer) => new()
    {
        PeerName = "Hamilton",
        ByPeer = byPeer,
        Refusal = new()
        {
            Initiative = "ca.on.hamilton",
            Kind = "report",
            Id = $"ca/need/{period}/ca.on.hamilton",
            Reason = "indicator ca/need is not known here",
            At = Timestamp.FromDateTimeOffset(Now),
        },
    };

    private static FunctionMap Map(string initiative, params FunctionState[] states)
    {
        var map = new FunctionMap { Initiative = initiative, Level = Level.Provincial, Node = FakeOperator.NodeId };
        for (var i = 0; i < states.Length; i++)
            map.Functions.Add(new FunctionState(states[i]) { Function = (Function)(i + 1) });
        return map;
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
