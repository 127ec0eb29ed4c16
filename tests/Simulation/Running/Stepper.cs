using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Wires;
using CollectiveImpact.Simulation.Workload;

namespace CollectiveImpact.Simulation.Running;

/// <summary>Does one thing after the other; which comes next, the seed says.</summary>
internal sealed class Stepper(World world, Clients clients, Faults faults)
{
    private readonly List<SimulatedNode> _queued = [];
    private readonly List<SimulatedNode> _committing = [];
    private readonly List<SimulatedNode> _starting = [];
    private readonly List<(Wire? Wire, bool Up, JoinCall? Call)> _deliverable = [];

    /// <summary>Does something that can be done now.</summary>
    /// <returns>False when there is nothing: only time can bring more.</returns>
    public bool TryStep(bool withFaults)
    {
        Gather();
        var (run, commit, deliver, fire, start) = (Weight(_queued, 40), Weight(_committing, 15), Weight(_deliverable, 25), world.Clock.HasDue ? 10 : 0, Weight(_starting, 10));
        var all = run + commit + deliver + fire + start;
        if (all == 0) return false;
        var chosen = world.Random.Next(all);
        if ((chosen -= run) < 0) Run(world.Pick(_queued));
        else if ((chosen -= commit) < 0) Commit(world.Pick(_committing));
        else if ((chosen -= deliver) < 0) Deliver(world.Pick(_deliverable), withFaults);
        else if ((chosen -= fire) < 0) Fire();
        else world.Start(world.Pick(_starting));
        Look();
        return true;
    }

    /// <summary>Lets time pass until something happens.</summary>
    public void Wait()
    {
        faults.Rest();
        var next = long.MaxValue;
        foreach (var when in (long?[])[world.Clock.NextDue, world.Network.NextArrival(), faults.NextHeal, .. world.Nodes.Where(node => node is { Process: null, IsHeld: false }).Select(node => (long?)node.StartAt)])
            if (when < next) next = when.Value;
        if (next == long.MaxValue) throw new SimulationFailure("nothing will ever happen again");
        world.Clock.AdvanceTo(next);
        faults.Heal();
    }

    private static int Weight<T>(List<T> of, int weight) => of.Count == 0 ? 0 : weight;

    private void Gather()
    {
        _queued.Clear();
        _committing.Clear();
        _starting.Clear();
        _deliverable.Clear();
        foreach (var node in world.Nodes)
        {
            if (node.Process is not { } process)
            {
                if (node.StartAt <= world.Clock.Now && !node.IsHeld) _starting.Add(node);
                continue;
            }

            if (process.Threads.Queued > 0) _queued.Add(node);
            if (process.Log.HasQueued) _committing.Add(node);
        }

        world.Network.Deliverable(_deliverable);
    }

    private void Run(SimulatedNode node)
    {
        var threads = node.Process!.Threads;
        threads.RunQueued(world.Random.Next(threads.Queued));
    }

    private void Commit(SimulatedNode node)
    {
        var process = node.Process!;
        var head = process.Log.Head;
        try
        {
            process.Threads.Run(process.Log.CommitGroup);
            if (process.Log.StandsBy is { } reason)
            {
                // Its thread would open it anew, as a start does.
                world.Trace.Say($"{node} has lost its log: {reason}");
                world.End(node, TimeSpan.FromMilliseconds(500), silent: false);
                return;
            }

            world.Trace.Say($"{node} commits {head}-{process.Log.Head}");
        }
        catch (CrashException)
        {
            world.Trace.Say($"{node} ends while it commits");
            world.End(node, faults.Pause(), silent: world.Chance(20));
        }
    }

    private void Deliver((Wire? Wire, bool Up, JoinCall? Call) what, bool withFaults)
    {
        if (what.Call is { } call)
        {
            var lost = withFaults && world.Chance(20);
            world.Trace.Say($"{call.Edge} joins{(lost ? ", and is lost" : "")}");
            if (lost) call.Lose();
            else call.Deliver();
            return;
        }

        var (wire, pipe) = (what.Wire!, what.Up ? what.Wire!.Up : what.Wire!.Down);
        if (withFaults && faults.TryHarm(wire, pipe, what.Up)) return;
        var parcel = pipe.OnTheWay[0];
        pipe.OnTheWay.RemoveAt(0);
        world.Trace.Say($"{wire} {(what.Up ? "up" : "down")}: {parcel}");
        if (what.Up) wire.DeliverUp(parcel);
        else wire.DeliverDown(parcel);
    }

    private void Fire()
    {
        var timer = world.Clock.TakeDue();
        var process = world.Nodes.Select(node => node.Process).FirstOrDefault(process => process?.Owns(timer.Owner) == true);
        process?.Threads.Run(timer.Fire);
    }

    private void Look()
    {
        world.Network.Look();
        clients.Look();
        world.Broken.Look(world);
        foreach (var node in world.Nodes)
        {
            if (node.Process is not { } process) continue;
            if (process.Threads.Detour is { } detour) throw new SimulationFailure($"{node} took a detour over another thread: {detour}");
            foreach (var running in process.Running)
                if (running.IsCompleted) throw new SimulationFailure($"{node} has stopped for good: {running.Exception}");
        }
    }
}
