using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Simulation.Broken;
using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Simulation.Wires;

/// <summary>One stream: a child's process dialled, and a process of its parent may serve it.</summary>
internal sealed class Wire(int number, Edge edge, NodeProcess child, bool narrow, Func<long> arrival, BrokenRule broken) : IDisposable
{
    private readonly CancellationTokenSource _served = new();
    private bool _childLeft;

    public Edge Edge => edge;

    public Pipe Up { get; } = new() { IsNarrow = narrow };

    public Pipe Down { get; } = new() { IsNarrow = narrow, Hear = frame => broken.Hear(child, frame) };

    public NodeProcess? Parent { get; private set; }

    /// <summary>The parent's call; null before the first frame has arrived there.</summary>
    public Task? Serving { get; private set; }

    /// <summary>When it breaks by itself, in ticks of the clock: a stream that has lost something does not last.</summary>
    public long BreakAt { get; set; } = long.MaxValue;

    public bool IsOver => (_childLeft || child.IsDead) && (Serving is null || Serving.IsCompleted || Parent!.IsDead)
        && Up.OnTheWay.Count == 0 && Down.OnTheWay.Count == 0;

    /// <summary>The child's end.</summary>
    public LinkStream Dialled() => new(Down, (frame, cancellationToken) => edge.Cut == Cut.Refused
        ? Task.FromException(Unreachable())
        : Up.Send(frame, arrival(), cancellationToken));

    /// <summary>Brings a parcel to the parent.</summary>
    public void DeliverUp(Parcel parcel)
    {
        if (Parent is null && !Accept()) return;
        if (Parent!.IsDead) return;
        Up.Arrive(parcel);
        if (parcel.Frame is not null) return;
        Down.Break(new IOException("the child has left"));
        Parent.Threads.Run(_served.Cancel);
    }

    /// <summary>Brings a parcel to the child.</summary>
    public void DeliverDown(Parcel parcel)
    {
        if (child.IsDead || _childLeft) return;
        Down.Arrive(parcel);
        if (parcel.Frame is null) Up.Break(parcel.Fault ?? new InvalidOperationException("the call is complete"));
    }

    /// <summary>Ends the parent's side where its call has ended.</summary>
    public void Look()
    {
        if (Serving is not { IsCompleted: true } || Down.Broken is not null) return;
        Down.End(Serving.Exception?.InnerException switch
        {
            null => Serving.IsCanceled ? new RpcException(new Status(StatusCode.Cancelled, "cancelled")) : null,
            RpcException exception => exception,
            var exception => new RpcException(new Status(StatusCode.Unknown, exception.Message)),
        }, arrival());
    }

    /// <summary>Both ends lose the stream.</summary>
    public void Break()
    {
        Up.Break(new IOException("the connection was reset"));
        Down.Break(new IOException("the connection was reset"));
        DeliverUp(new Parcel(null, new IOException("the connection was reset"), 0));
        DeliverDown(new Parcel(null, Unreachable(), 0));
    }

    /// <summary>A process has ended, and its machine tells the other side, at a time.</summary>
    public void Lose(NodeProcess process, long when)
    {
        if (process == child)
        {
            Down.OnTheWay.Clear();
            Up.End(new IOException("the connection was reset"), when);
        }
        else if (process == Parent)
        {
            Up.OnTheWay.Clear();
            Down.End(Unreachable(), when);
        }
    }

    public bool Has(NodeProcess process) => process == child || process == Parent;

    /// <summary>The child has ended its call.</summary>
    public void Dispose()
    {
        if (_childLeft) return;
        _childLeft = true;
        Up.End(new IOException("the client reset the request stream"), arrival());
    }

    public override string ToString() => $"{edge}#{number}";

    private bool Accept()
    {
        if (edge.Parent.Process is not { IsServing: true } process)
        {
            Up.Break(Unreachable());
            DeliverDown(new Parcel(null, Unreachable(), 0));
            return false;
        }

        Parent = process;
        Up.Hear = frame => broken.Hear(process, frame);
        var writer = new WireWriter(Down, arrival);
        Serving = process.Threads.Run(() => process.Links.Link(Up, writer, new SimulatedCall(_served.Token)));
        return true;
    }

    private static RpcException Unreachable() => new(new Status(StatusCode.Unavailable, "nobody answers"));

    private sealed class WireWriter(Pipe pipe, Func<long> arrival) : IServerStreamWriter<LinkFrame>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(LinkFrame message) => pipe.Send(message, arrival(), CancellationToken.None);

        public Task WriteAsync(LinkFrame message, CancellationToken cancellationToken) => pipe.Send(message, arrival(), cancellationToken);
    }
}
