using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Simulation.Broken;
using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Running;
using CollectiveImpact.V1;

namespace CollectiveImpact.Simulation.Wires;

/// <summary>All ways between nodes, and the streams and calls that are on them.</summary>
internal sealed class Network(SimulationClock clock, Random random, BrokenRule broken)
{
    private readonly List<Wire> _wires = [];
    private readonly List<JoinCall> _calls = [];
    private int _numbers;

    public List<Edge> Edges { get; } = [];

    public IReadOnlyList<Wire> Wires => _wires;

    /// <summary>The longest time that a parcel takes, in milliseconds.</summary>
    public int Slowness { get; set; } = 20;

    /// <summary>Of a hundred streams, how many take one frame at a time.</summary>
    public int Narrow { get; set; }

    public static string AddressOf(SimulatedNode node) => $"http://{node.Name}";

    /// <summary>The way of a process to an address.</summary>
    public ParentDial DialFrom(NodeProcess process) =>
        address => new Calls(this, process, Edges.Single(edge => edge.Child == process.Node && AddressOf(edge.Parent) == address));

    /// <summary>Pipes that something can arrive from, and calls.</summary>
    public void Deliverable(List<(Wire? Wire, bool Up, JoinCall? Call)> into)
    {
        foreach (var wire in _wires)
        {
            if (wire.Edge.Cut == Cut.Silent) continue;
            if (IsReady(wire.Up)) into.Add((wire, true, null));
            if (IsReady(wire.Down)) into.Add((wire, false, null));
        }

        foreach (var call in _calls)
            if (call.IsOnTheWay) into.Add((null, false, call));
    }

    /// <summary>When the next parcel can arrive.</summary>
    public long? NextArrival()
    {
        long? next = null;
        foreach (var wire in _wires)
        {
            if (wire.Edge.Cut == Cut.Silent) continue;
            foreach (var pipe in (Pipe[])[wire.Up, wire.Down])
                if (pipe.OnTheWay.Count > 0 && !(next <= pipe.OnTheWay[0].NotBefore)) next = pipe.OnTheWay[0].NotBefore;
        }

        return next;
    }

    /// <summary>Lets ended calls end at their other end, and forgets what is over.</summary>
    public void Look()
    {
        for (var i = _wires.Count - 1; i >= 0; i--)
        {
            _wires[i].Look();
            if (_wires[i].IsOver) _wires.RemoveAt(i);
        }

        _calls.RemoveAll(call => call.IsOver);
    }

    /// <summary>A process has ended.</summary>
    public void Lose(NodeProcess process, TimeSpan after)
    {
        foreach (var wire in _wires)
            if (wire.Has(process)) wire.Lose(process, clock.Now + after.Ticks);
        foreach (var call in _calls)
            if (call.IsServedBy(process)) call.Lose();
    }

    private bool IsReady(Pipe pipe) => pipe.OnTheWay.Count > 0 && pipe.OnTheWay[0].NotBefore <= clock.Now;

    private Wire Open(Edge edge, NodeProcess process)
    {
        var wire = new Wire(++_numbers, edge, process, random.Next(100) < Narrow, Arrival, broken);
        _wires.Add(wire);
        return wire;
    }

    private long Arrival() => clock.Now + TimeSpan.FromMilliseconds(random.Next(Slowness + 1)).Ticks;

    private sealed class Calls(Network network, NodeProcess process, Edge edge) : IParentCalls
    {
        public (LinkStream Stream, IDisposable Call) Dial(CancellationToken cancellationToken)
        {
            var wire = network.Open(edge, process);
            return (wire.Dialled(), wire);
        }

        public Task<JoinResponse> JoinAsync(JoinRequest request, CancellationToken cancellationToken)
        {
            var call = new JoinCall(edge, request);
            if (edge.Cut != Cut.None) call.Lose();
            else network._calls.Add(call);
            return call.Answered;
        }

        public void Dispose()
        {
        }
    }
}
