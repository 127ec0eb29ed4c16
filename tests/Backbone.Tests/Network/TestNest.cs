using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Backbone.Tests.Network;

/// <summary>Three services, one a level, linked as a nest; and short words for what tests say to them.</summary>
internal sealed class TestNest : IAsyncDisposable
{
    public const string Indicator = "need";

    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;
    private readonly Dictionary<string, string> _logs = [];
    private NodeStores? _stores;
    private Action<IServiceCollection>? _services;

    public ShiftedClock Clock { get; } = new();

    public TestNode National { get; private set; } = null!;

    public TestNode Provincial { get; private set; } = null!;

    public TestNode Local { get; private set; } = null!;

    /// <summary>A nest of Canada, Ontario, Quebec, Hamilton, Toronto and Ottawa-Gatineau, with one indicator that counts.</summary>
    /// <param name="stores">Where its nodes keep their logs; null: in their folders.</param>
    /// <param name="services">What its nodes run with instead of their own.</param>
    public static async Task<TestNest> StartAsync(NodeStores? stores = null, Action<IServiceCollection>? services = null)
    {
        var nest = new TestNest { _stores = stores, _services = services };
        nest.National = await nest.StartAsync("national", Level.National);
        nest.Provincial = await nest.StartAsync("provincial", Level.Provincial);
        await nest.Provincial.JoinAsync(nest.National);
        nest.Local = await nest.StartAsync("local", Level.Local);
        await nest.Local.JoinAsync(nest.Provincial);
        await nest.National.Register("ca", Level.National);
        await nest.Provincial.Register("ca.on", Level.Provincial, "ca");
        await nest.Provincial.Register("ca.qc", Level.Provincial, "ca");
        await nest.Local.Register("ca.on.hamilton", Level.Local, "ca.on");
        await nest.Local.Register("ca.on.toronto", Level.Local, "ca.on");
        await nest.Local.Register("ca.ottawa-gatineau", Level.Local, "ca.on", "ca.qc");
        await nest.National.Define("ca", Indicator);
        // The definition is the last to be said: where it has arrived, all before it has.
        foreach (var node in new[] { nest.Provincial, nest.Local })
            await Words.Until(async () => await node.Measurement.ListIndicatorsAsync(new ListIndicatorsRequest { Initiative = "ca" }), list => list.Indicators.Count == 1);
        return nest;
    }

    /// <summary>Stops the local service; what the others do meanwhile it has to catch up with.</summary>
    public async Task StopLocalAsync() => await Local.DisposeAsync();

    public async Task StartLocalAsync() =>
        Local = await StartAsync("local", Level.Local);

    /// <summary>A second local service beside the first.</summary>
    public async Task<TestNode> StartOtherLocalAsync()
    {
        var other = await StartAsync("other", Level.Local);
        await other.JoinAsync(Provincial);
        return other;
    }

    public async Task StopNationalAsync() => await National.DisposeAsync();

    public async Task StartNationalAsync() =>
        National = await StartAsync("national", Level.National, new Uri(National.Address).Port);

    public async ValueTask DisposeAsync()
    {
        await Local.DisposeAsync();
        await Provincial.DisposeAsync();
        await National.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<TestNode> StartAsync(string name, Level level, int port = 0)
    {
        // A node that is started again finds its log where it was.
        if (!_logs.TryGetValue(name, out var log)) _logs.Add(name, log = _stores is null ? "" : await _stores.CreateAsync());
        return await TestNode.StartAsync(Path.Combine(_folder, name), level, [new("Nest:Store", log)], port, Clock, services: _services);
    }
}

/// <summary>What tests say to a node.</summary>
internal static class Words
{
    public static Observation Figure(string value, string cell = "", string part = "", string denominator = "") =>
        new() { Value = value, Cell = cell, PartOf = part, Denominator = denominator };

    public static async Task<Initiative> Register(this TestNode node, string id, Level level, params string[] parents) =>
        await node.Nest.RegisterInitiativeAsync(new RegisterInitiativeRequest
        {
            Initiative = id,
            Level = level,
            Name = new Text { En = id },
            Alignments = { parents.Select(parent => new Alignment { Parent = parent }) },
            Holds = { Function.EstablishSharedMeasurement },
        });

    public static async Task<Indicator> Define(
        this TestNode node, string initiative, string id, Indicator.Types.Kind kind = V1.Indicator.Types.Kind.Count, bool cellsOverlap = false) =>
        await node.Measurement.DefineIndicatorAsync(new DefineIndicatorRequest
        {
            Initiative = initiative,
            Indicator = new Indicator
            {
                Indicator_ = id,
                Name = new Text { En = id, Fr = id },
                Unit = new Text { En = "households", Fr = "ménages" },
                Kind = kind,
                PeriodKind = V1.Indicator.Types.PeriodKind.Year,
                CellsOverlap = cellsOverlap,
            },
        });

    public static ReportRequest Report(string initiative, string period, params Observation[] figures) =>
        new() { Initiative = initiative, Indicator = TestNest.Indicator, Period = period, Observations = { figures } };

    public static async Task<ReportResponse> Say(this TestNode node, string initiative, string period, params Observation[] figures) =>
        await node.Measurement.ReportAsync(Report(initiative, period, figures));

    public static async Task<Series> Series(this TestNode node, string initiative, string cell = "", string indicator = TestNest.Indicator) =>
        await node.Measurement.GetSeriesAsync(new GetSeriesRequest { Initiative = initiative, Indicator = indicator, Cell = cell });

    /// <summary>A figure as it stands; empty where there is none.</summary>
    public static async Task<string> Value(this TestNode node, string initiative, string period, string cell = "", string indicator = TestNest.Indicator) =>
        (await node.Series(initiative, cell, indicator)).Points.FirstOrDefault(point => point.Period == period)?.Value ?? "";

    public static async Task<Reconciliation> Explain(this TestNode node, string initiative, string period, string cell = "", string indicator = TestNest.Indicator) =>
        await node.Measurement.ReconcileAsync(new ReconcileRequest { Initiative = initiative, Indicator = indicator, Period = period, Cell = cell });

    public static async Task<FunctionState> Holding(this TestNode node, string initiative) =>
        (await node.Charter.GetFunctionMapAsync(new GetFunctionMapRequest { Initiative = initiative }))
            .Functions.Single(state => state.Function == Function.EstablishSharedMeasurement);

    public static async Task<FunctionState> Declare(this TestNode node, string initiative, params string[] holders) =>
        await node.Charter.DeclareAsync(new DeclareRequest { Initiative = initiative, Function = Function.EstablishSharedMeasurement, Holders = { holders } });

    public static async Task<FunctionState> Accept(this TestNode node, string initiative, string responder) =>
        await node.Charter.RespondAsync(new RespondRequest
        {
            Initiative = initiative,
            Function = Function.EstablishSharedMeasurement,
            Responder = responder,
            Answer = RespondRequest.Types.Answer.Accept,
        });

    /// <summary>What a node finds wrong in all that it keeps.</summary>
    public static async Task<List<VerifyFault>> Faults(this TestNode node)
    {
        List<VerifyFault> faults = [];
        using var call = node.Operator.Verify(new(), node.Token());
        while (await call.ResponseStream.MoveNext(default)) faults.AddRange(call.ResponseStream.Current.Faults);
        return faults;
    }

    /// <summary>Asks again until the answer is right, for at most 20 seconds; a call that fails is no answer.</summary>
    public static async Task<T> Until<T>(Func<Task<T>> ask, Func<T, bool> isRight)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            try
            {
                var answer = await ask();
                if (isRight(answer)) return answer;
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition or StatusCode.Unavailable)
            {
                // Not yet.
            }

            await look.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>What a call is refused with.</summary>
    public static async Task<(StatusCode Code, Fault Fault)> Refusal(Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(call);
        return (exception.StatusCode, Fault.Parser.ParseFrom(exception.Trailers.GetValueBytes("collectiveimpact-fault-bin") ?? []));
    }
}
