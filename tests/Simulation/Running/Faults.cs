using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Wires;

namespace CollectiveImpact.Simulation.Running;

/// <summary>What goes wrong with ways, machines, clocks and disks. Each schedule has some of the kinds, not all.</summary>
internal sealed class Faults
{
    private readonly World _world;
    private readonly Restores _restores;
    private readonly List<Action> _kinds = [];
    private readonly int _harm;
    private long _diskFreeAt = long.MaxValue;

    public Faults(World world)
    {
        (_world, _restores) = (world, new Restores(world));
        Action[] all = [CutWay, CutWay, Crash, CrashSoon, Stumble, Stumble, Reset, _restores.Back, _restores.Restore, SetClock, FillDisk, Jump, _restores.Copy, _restores.PutCopy];
        foreach (var kind in all)
            if (world.Chance(60)) _kinds.Add(kind);
        _harm = world.Chance(50) ? world.Random.Next(1, 8) : 0;
        world.Network.Narrow = world.Random.Next(40);
        world.Network.Slowness = world.Pick<int>([5, 50, 2000]);
    }

    /// <summary>When something is mended next, in ticks of the clock.</summary>
    public long? NextHeal
    {
        get
        {
            var next = _diskFreeAt;
            foreach (var edge in _world.Network.Edges) next = Math.Min(next, edge.HealAt);
            foreach (var wire in _world.Network.Wires) next = Math.Min(next, wire.BreakAt);
            return next == long.MaxValue ? null : next;
        }
    }

    /// <summary>How long a machine is down.</summary>
    public TimeSpan Pause() => _world.Random.Next(10) switch
    {
        < 6 => TimeSpan.FromSeconds(_world.Random.Next(5)),
        < 9 => TimeSpan.FromMinutes(_world.Random.Next(1, 60)),
        _ => TimeSpan.FromDays(_world.Random.Next(1, 30)),
    };

    /// <summary>Has something go wrong.</summary>
    public void Next()
    {
        if (_kinds.Count > 0) _world.Pick(_kinds)();
    }

    /// <summary>Mends what is due.</summary>
    public void Heal()
    {
        var now = _world.Clock.Now;
        foreach (var edge in _world.Network.Edges)
            if (edge.HealAt <= now) Mend(edge);
        foreach (var wire in _world.Network.Wires.Where(wire => wire.BreakAt <= now).ToList()) Break(wire);
        if (_diskFreeAt <= now) FreeDisks();
    }

    /// <summary>Nothing moves but for time.</summary>
    public void Rest() => _restores.Look();

    /// <summary>Nothing goes wrong any more, and what did is mended.</summary>
    public void Stop()
    {
        _world.Trace.Say("faults end");
        foreach (var wire in _world.Network.Wires.Where(wire => wire.BreakAt != long.MaxValue).ToList()) Break(wire);
        foreach (var edge in _world.Network.Edges.Where(edge => edge.Cut != Cut.None && edge.HealAt != long.MaxValue)) Mend(edge);
        FreeDisks();
        foreach (var node in _world.Nodes)
        {
            (node.ClockError, node.Disk.CrashAfter, node.Disk.StumbleAfter) = (TimeSpan.Zero, null, null);
            if (node.Process is null) node.StartAt = Math.Min(node.StartAt, _world.Clock.Now);
        }

        _world.Network.Slowness = 5;
    }

    /// <summary>Loses, repeats or turns round what is about to arrive.</summary>
    public bool TryHarm(Wire wire, Pipe pipe, bool up)
    {
        if (_harm == 0 || !_world.Chance(_harm)) return false;
        var first = pipe.OnTheWay[0];
        if (first.Frame is null) return false;
        var way = $"{wire} {(up ? "up" : "down")}";
        switch (_world.Random.Next(3))
        {
            case 0:
                // Reliable streams lose nothing while they last: one that did breaks before long.
                _world.Trace.Say($"{way} loses {first}");
                pipe.OnTheWay.RemoveAt(0);
                first.Arrival?.TrySetResult();
                wire.BreakAt = Math.Min(wire.BreakAt, _world.Clock.Now + TimeSpan.FromMilliseconds(_world.Random.Next(1, 90_000)).Ticks);
                return true;
            case 1:
                _world.Trace.Say($"{way} repeats {first}");
                pipe.OnTheWay.Insert(0, first with { Arrival = null });
                return false;
            case 2 when pipe.OnTheWay is [_, { Frame: not null } second, ..]:
                _world.Trace.Say($"{way} turns round {first} and {second}");
                (pipe.OnTheWay[0], pipe.OnTheWay[1]) = (second, first);
                return false;
            default: return false;
        }
    }

    private void CutWay()
    {
        var edge = _world.Pick(_world.Network.Edges);
        if (edge.Cut != Cut.None || edge.Child.IsClosed || edge.Parent.IsClosed) return;
        edge.Cut = _world.Chance(50) ? Cut.Refused : Cut.Silent;
        var span = _world.Random.Next(10) switch
        {
            < 6 => TimeSpan.FromSeconds(_world.Random.Next(1, 120)),
            < 8 => TimeSpan.FromHours(_world.Random.Next(1, 20)),
            _ => TimeSpan.FromDays(30),
        };
        edge.HealAt = _world.Clock.Now + span.Ticks;
        _world.Trace.Say($"{edge} is cut ({edge.Cut}) for {span}");
        if (edge.Cut == Cut.Refused)
            foreach (var wire in _world.Network.Wires.Where(wire => wire.Edge == edge).ToList()) Break(wire);
    }

    private void Mend(Edge edge)
    {
        _world.Trace.Say($"{edge} is mended");
        var wasSilent = edge.Cut == Cut.Silent;
        (edge.Cut, edge.HealAt) = (Cut.None, long.MaxValue);
        // What was sent meanwhile arrives late, or never.
        foreach (var wire in _world.Network.Wires.Where(wire => wasSilent && wire.Edge == edge).ToList())
            if (_world.Chance(50)) Break(wire);
    }

    private void Break(Wire wire)
    {
        _world.Trace.Say($"{wire} breaks");
        wire.BreakAt = long.MaxValue;
        wire.Break();
    }

    private void Reset()
    {
        if (_world.Network.Wires.Count > 0) Break(_world.Pick(_world.Network.Wires));
    }

    private void Crash()
    {
        if (AnyRunning() is { } node) _world.End(node, Pause(), silent: _world.Chance(20));
    }

    private void CrashSoon()
    {
        if (AnyRunning() is { } node) node.Disk.CrashAfter = _world.Random.Next(60);
    }

    private void Stumble()
    {
        if (AnyRunning() is not { } node) return;
        node.Disk.StumbleAfter = _world.Random.Next(40);
        _world.Trace.Say($"{node}'s disk will not answer once, after {node.Disk.StumbleAfter} statements");
    }

    private void SetClock()
    {
        var node = _world.Pick(_world.Nodes);
        node.ClockError = _world.Random.Next(5) switch
        {
            0 => TimeSpan.Zero,
            1 => TimeSpan.FromSeconds(_world.Random.Next(-50, 50)),
            2 => TimeSpan.FromMinutes(_world.Random.Next(-60, 60)),
            3 => TimeSpan.FromHours(_world.Random.Next(-40, 40)),
            _ => TimeSpan.FromDays(_world.Random.Next(-400, 400)),
        };
        _world.Trace.Say($"{node}'s clock is set {node.ClockError} off");
    }

    private void FillDisk()
    {
        var node = _world.Pick(_world.Nodes);
        node.Disk.DiskIsFull = true;
        node.Process?.TellDisk();
        _diskFreeAt = Math.Min(_diskFreeAt, _world.Clock.Now + TimeSpan.FromSeconds(_world.Random.Next(1, 3000)).Ticks);
        _world.Trace.Say($"{node}'s disk is full");
    }

    private void FreeDisks()
    {
        _diskFreeAt = long.MaxValue;
        foreach (var node in _world.Nodes.Where(node => node.Disk.DiskIsFull))
        {
            node.Disk.DiskIsFull = false;
            node.Process?.TellDisk();
            _world.Trace.Say($"{node}'s disk has room");
        }
    }

    private void Jump()
    {
        var span = _world.Random.Next(4) switch
        {
            0 => TimeSpan.FromMinutes(_world.Random.Next(1, 100)),
            1 => TimeSpan.FromHours(_world.Random.Next(1, 30)),
            2 => TimeSpan.FromDays(_world.Random.Next(1, 10)),
            _ => TimeSpan.FromDays(30),
        };
        _world.Clock.Advance(span);
        _world.Trace.Say($"{span} pass");
        Heal();
    }

    private SimulatedNode? AnyRunning()
    {
        var running = _world.Nodes.Where(node => node.Process is not null).ToList();
        return running.Count == 0 ? null : _world.Pick(running);
    }
}
