using System.Globalization;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Joining;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Running;
using CollectiveImpact.Simulation.Wires;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Simulation.Workload;

/// <summary>What people do at the nodes: they register, report, withdraw, and hand functions over.</summary>
internal sealed class Clients(World world)
{
    private const Function Measurement = Function.EstablishSharedMeasurement;
    private static readonly string[] Indicators = ["ca/homes", "ca/rent"];
    private static readonly string[] Periods = ["2021", "2022"];

    private readonly List<(NodeProcess Process, string What, long Attempt, Task Task)> _pending = [];
    private readonly List<(string Initiative, string Responder)> _offers = [];
    private readonly List<(SimulatedNode Child, InvitationLetter Letter)> _letters = [];
    private long _attempts;

    public int Pending => _pending.Count;

    /// <summary>Attempts whose caller was told that they failed.</summary>
    public HashSet<long> Failed { get; } = [];

    /// <summary>Attempts whose caller was told that they stand.</summary>
    public HashSet<long> Acknowledged { get; } = [];

    /// <summary>The attempt that a report's figure belongs to.</summary>
    public static long AttemptOf(string value) => (long)(decimal.Parse(value, CultureInfo.InvariantCulture) / 1000);

    /// <summary>Begins a call of somebody's.</summary>
    public void Call()
    {
        switch (world.Random.Next(20))
        {
            case < 12: Report(world.Pick([.. world.Shape.Places])); break;
            case < 14: HandOver(world.Pick([.. world.Shape.Places.Where(place => place.Parents.Count > 0)])); break;
            case < 17 when _offers.Count > 0: Respond(world.Pick(_offers)); break;
            case < 18: Register(world.Pick([.. world.Shape.Places])); break;
            case 18 when _letters.Count > 0 && world.Chance(70): Join(); break;
            case 18: Invite(world.Pick(world.Network.Edges)); break;
            default: Define("homes"); break;
        }
    }

    /// <summary>Registers an initiative with its alignments, or gives it another name.</summary>
    public void Register(Place place) => Begin(place.Host, $"registers {place.Id}", (process, attempt, context) => process.Nest.RegisterInitiative(
        new RegisterInitiativeRequest
        {
            Initiative = place.Id,
            Level = place.Host.Level,
            Name = new Text { En = $"{place.Id} {attempt}" },
            Alignments = { place.Parents.Select(parent => new Alignment { Parent = parent }) },
            Holds = { Measurement },
        },
        context));

    /// <summary>Defines an indicator of the nation, anew.</summary>
    public void Define(string id) => Begin(world.Shape.Of("ca").Host, $"defines {id}", (process, attempt, context) => process.Measurement.DefineIndicator(
        new DefineIndicatorRequest
        {
            Initiative = "ca",
            Indicator = new Indicator
            {
                Indicator_ = id,
                Name = new Text { En = $"{id} {attempt}" },
                Kind = id == "rent" ? Indicator.Types.Kind.Ratio : Indicator.Types.Kind.Count,
                PeriodKind = Indicator.Types.PeriodKind.Year,
            },
        },
        context));

    /// <summary>Takes down what became of the calls that ended.</summary>
    public void Look()
    {
        for (var i = _pending.Count - 1; i >= 0; i--)
        {
            var (process, what, attempt, task) = _pending[i];
            if (process.IsDead && !task.IsCompleted)
            {
                _pending.RemoveAt(i);
                continue;
            }

            if (!task.IsCompleted) continue;
            _pending.RemoveAt(i);
            world.Trace.Say($"{process.Node} answers {attempt}: {task.Exception?.InnerException?.Message ?? "done"}");
            if (task.IsCompletedSuccessfully) Acknowledged.Add(attempt);
            else Failed.Add(attempt);
            if (task.Exception?.InnerException is { } exception and not (RpcException or LinkFault or Microsoft.Data.Sqlite.SqliteException))
                throw new SimulationFailure($"{process.Node} {what} and fails in an unforeseen way: {exception}");
        }
    }

    private void Report(Place place)
    {
        var (indicator, period, withdraw) = (world.Pick(Indicators), world.Pick(Periods), world.Chance(10));
        var reporter = world.Chance(70) ? "" : "partner";
        var at = world.Chance(60) || place.Parents.Count == 0 ? place.Host : world.Shape.Of(world.Pick(place.Parents)).Host;
        var cells = world.Chance(30);
        Begin(at, $"reports {place.Id} {indicator} {period}", (process, attempt, context) => process.Measurement.Report(
            new ReportRequest
            {
                Initiative = place.Id,
                Indicator = indicator,
                Period = period,
                Reporter = reporter,
                Withdraw = withdraw,
                Observations = { withdraw ? [] : Observations(place, indicator, attempt, cells) },
            },
            context));
    }

    private static IEnumerable<Observation> Observations(Place place, string indicator, long attempt, bool cells)
    {
        var number = 0;
        foreach (var part in place.Parents.Count > 1 ? place.Parents : [""])
        {
            foreach (var cell in cells ? (string[])["tenure=owner", "tenure=renter"] : [""])
                yield return new Observation
                {
                    PartOf = part,
                    Cell = cell,
                    Value = (attempt * 1000 + ++number * 1.25m).ToString(CultureInfo.InvariantCulture),
                    Denominator = indicator.EndsWith("rent", StringComparison.Ordinal) ? (attempt * 7000 + number).ToString(CultureInfo.InvariantCulture) : "",
                };
        }
    }

    private void HandOver(Place place)
    {
        var parent = world.Pick(place.Parents);
        var (from, to) = world.Chance(50) ? (place.Id, parent) : (parent, place.Id);
        _offers.Add((place.Id, to));
        if (_offers.Count > 6) _offers.RemoveAt(0);
        Begin(world.Shape.Of(from).Host, $"hands {place.Id} over to {to}", (process, attempt, context) => process.Charter.HandOver(
            new HandOverRequest { Initiative = place.Id, Function = Measurement, To = { to }, Reason = new Text { En = $"for {attempt}" } },
            context));
    }

    private void Respond((string Initiative, string Responder) offer) => Begin(
        world.Shape.Of(offer.Responder).Host, $"answers for {offer.Responder} on {offer.Initiative}", (process, attempt, context) => process.Charter.Respond(
            new RespondRequest
            {
                Initiative = offer.Initiative,
                Function = Measurement,
                Responder = offer.Responder,
                Answer = world.Chance(85) ? RespondRequest.Types.Answer.Accept : RespondRequest.Types.Answer.Decline,
                Reason = new Text { En = $"for {attempt}" },
            },
            context));

    private void Invite(Edge edge) => Begin(edge.Parent, $"invites {edge.Child} again", async (process, _, _) =>
    {
        var made = await process.Invitations.MakeAsync(
            edge.Child.Level, HostingScope.Any, TimeSpan.FromDays(7), Network.AddressOf(edge.Parent), "", CancellationToken.None);
        _letters.Add((edge.Child, InvitationText.Read(made.Text)!));
    });

    /// <summary>An operator shows an invitation, new or used.</summary>
    private void Join()
    {
        var (child, letter) = world.Pick(_letters);
        Begin(child, "joins again", (process, _, _) => process.Invitations.JoinAsync(letter, letter.Address, CancellationToken.None));
    }

    private void Begin(SimulatedNode node, string what, Func<NodeProcess, long, ServerCallContext, Task> call)
    {
        if (node.Process is not { IsServing: true } process || node.IsClosed) return;
        var attempt = ++_attempts;
        world.Trace.Say($"{node} {what} ({attempt})");
        _pending.Add((process, what, attempt, process.Threads.Run(() => Guard(() => call(process, attempt, new SimulatedCall(CancellationToken.None))))));
    }

    // Services may throw before they return a task.
    private static async Task Guard(Func<Task> call) => await call();
}
