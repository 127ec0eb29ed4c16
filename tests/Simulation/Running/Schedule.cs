using System.Globalization;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Joining;
using CollectiveImpact.Simulation.Broken;
using CollectiveImpact.Simulation.Truth;
using CollectiveImpact.Simulation.Wires;
using CollectiveImpact.Simulation.Workload;

namespace CollectiveImpact.Simulation.Running;

/// <summary>What became of one schedule.</summary>
/// <param name="Seed">Its seed: the same takes the same course.</param>
/// <param name="Steps">How many there were.</param>
/// <param name="Hash">Of all of them.</param>
/// <param name="Failure">What the product did not keep; null where it kept its word.</param>
/// <param name="Last">The last steps, where it did not.</param>
internal sealed record Outcome(long Seed, long Steps, ulong Hash, string? Failure, string Last)
{
    /// <summary>What failed, and how to see it again.</summary>
    public string Show() => $"seed {Seed} failed: {Failure}\n  replay: dotnet run -c Release --project tests/Simulation -- --seed {Seed}";
}

/// <summary>One course of events, drawn from a seed: it sets up a nest, lets much go wrong, mends it, and looks.</summary>
internal sealed class Schedule
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(60), Quiet = TimeSpan.FromMinutes(1);
    private readonly World _world;
    private readonly Clients _clients;
    private readonly Faults _faults;
    private readonly Stepper _stepper;
    private readonly Verdict _verdict;

    private Schedule(long seed, string folder, BrokenRule broken, TextWriter? writer)
    {
        _world = new World(seed, folder, broken, writer);
        (_clients, _faults) = (new Clients(_world), new Faults(_world));
        (_stepper, _verdict) = (new Stepper(_world, _clients, _faults), new Verdict(_world, _clients));
    }

    public static Outcome Run(long seed, BrokenRule? broken = null, TextWriter? writer = null)
    {
        var (context, culture) = (SynchronizationContext.Current, CultureInfo.CurrentCulture);
        var folder = Directory.CreateDirectory(Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"nest-simulation-{Environment.ProcessId}-{Guid.NewGuid():N}")).FullName;
        // What a node runs, runs on this thread; what the schedule itself does, belongs to no node.
        SynchronizationContext.SetSynchronizationContext(null);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var schedule = new Schedule(seed, folder, broken ?? new BrokenRule(), writer);
        try
        {
            var failure = schedule.Run();
            return new Outcome(seed, schedule._world.Trace.Steps, schedule._world.Trace.Hash, failure, failure is null ? "" : schedule._world.Trace.Last(Trace.Kept));
        }
        finally
        {
            foreach (var node in schedule._world.Nodes) node.Process?.Die();
            Directory.Delete(folder, recursive: true);
            SynchronizationContext.SetSynchronizationContext(context);
            CultureInfo.CurrentCulture = culture;
        }
    }

    private string? Run()
    {
        try
        {
            SetUp();
            GoWrong();
            Settle();
            _verdict.Pass();
            return null;
        }
        catch (Exception exception)
        {
            var failure = exception is SimulationFailure ? exception.Message : exception.ToString();
            _world.Trace.Say($"FAILED: {failure}");
            return failure;
        }
    }

    private void SetUp()
    {
        foreach (var node in _world.Nodes) _world.Start(node);
        foreach (var edge in _world.Network.Edges) Join(edge);
        Until(() => _verdict.IsQuiet(), "the links open");
        var late = _world.Chance(30) ? _world.Random.Next(1, 4) : 0;
        foreach (var place in _world.Shape.Places.SkipLast(late))
        {
            _clients.Register(place);
            if (place.Id == "ca") foreach (var indicator in (string[])["homes", "rent"]) Define(indicator);
            Until(() => _clients.Pending == 0 && _verdict.IsQuiet(), $"{place.Id} is registered");
        }

        _world.IsBreaking = true;
        _world.Trace.Say("it is set up");
    }

    private void Define(string indicator)
    {
        Until(() => _clients.Pending == 0, "calls end");
        _clients.Define(indicator);
    }

    private void Join(Edge edge)
    {
        var (child, parent) = (edge.Child.Process!, edge.Parent.Process!);
        var invited = parent.Threads.Run(() => parent.Invitations.MakeAsync(
            edge.Child.Level, HostingScope.Any, TimeSpan.FromDays(7), Network.AddressOf(edge.Parent), "", CancellationToken.None));
        Until(() => invited.IsCompleted, "an invitation is made");
        var letter = InvitationText.Read(invited.Result.Text)!;
        var joined = child.Threads.Run(() => child.Invitations.JoinAsync(letter, letter.Address, CancellationToken.None));
        Until(() => joined.IsCompleted, "a node joins");
        if (joined.Exception is { } exception) throw exception;
    }

    private void GoWrong()
    {
        var (calls, hurry, trouble) = (_world.Random.Next(10, 70), _world.Random.Next(1, 30), _world.Random.Next(0, 12));
        if (_world.Chance(20)) (calls, trouble) = (calls * 2, trouble * 3);
        while (calls > 0)
        {
            if (_world.Random.Next(1000) < trouble) _faults.Next();
            if (_world.Random.Next(1000) < hurry)
            {
                _clients.Call();
                calls--;
            }

            if (_stepper.TryStep(withFaults: true)) continue;
            switch (_world.Random.Next(10))
            {
                case < 3:
                    _clients.Call();
                    calls--;
                    break;
                case 3 when trouble > 0: _faults.Next(); break;
                default: _stepper.Wait(); break;
            }
        }
    }

    private void Settle()
    {
        _faults.Stop();
        Until(() => _clients.Pending == 0 && _verdict.IsQuiet(), "all is quiet again");
        // What goes round in circles is never quiet for long.
        var heads = Heads();
        var until = _world.Clock.Now + Quiet.Ticks;
        while (_world.Clock.Now < until)
            if (!_stepper.TryStep(withFaults: false)) _stepper.Wait();
        Until(() => _clients.Pending == 0 && _verdict.IsQuiet(), "all is quiet still");
        if (Heads() != heads) throw new SimulationFailure($"logs grow though nobody writes: {heads} became {Heads()}");
    }

    private string Heads() => string.Join(' ', _world.Serving.Select(process => $"{process.Node}:{process.Log.Head}"));

    private void Until(Func<bool> condition, string what)
    {
        var until = _world.Clock.Now + Patience.Ticks;
        while (true)
        {
            if (_stepper.TryStep(withFaults: false)) continue;
            if (condition()) return;
            if (_world.Clock.Now > until) throw new SimulationFailure($"in {Patience.TotalMinutes} minutes it did not come to this, that {what}: {_verdict.Unquiet()}");
            _stepper.Wait();
        }
    }
}
