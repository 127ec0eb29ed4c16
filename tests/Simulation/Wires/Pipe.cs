using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Simulation.Wires;

/// <summary>One direction of a wire: what is on the way, and what has arrived and was not read.</summary>
internal sealed class Pipe : IAsyncStreamReader<LinkFrame>
{
    private readonly Queue<Parcel> _arrived = new();
    private readonly List<TaskCompletionSource> _sending = [];
    private TaskCompletionSource<bool>? _reading;

    /// <summary>In the order in which they were sent.</summary>
    public List<Parcel> OnTheWay { get; } = [];

    /// <summary>How a frame is heard where it arrives.</summary>
    public Func<LinkFrame, LinkFrame> Hear { get; set; } = frame => frame;

    /// <summary>Whether a sender has to wait until what it sent has arrived.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>Why nothing more can be sent; null while it can.</summary>
    public Exception? Broken { get; private set; }

    public LinkFrame Current { get; private set; } = new();

    public Task Send(LinkFrame frame, long notBefore, CancellationToken cancellationToken)
    {
        if (Broken is { } fault) return Task.FromException(fault);
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        if (!IsNarrow)
        {
            OnTheWay.Add(new Parcel(frame.ToByteArray(), null, notBefore));
            return Task.CompletedTask;
        }

        var arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        OnTheWay.Add(new Parcel(frame.ToByteArray(), null, notBefore) { Arrival = arrival });
        _sending.Add(arrival);
        cancellationToken.Register(() => arrival.TrySetCanceled(cancellationToken));
        return arrival.Task;
    }

    /// <summary>The sender ends its side; what it sent before is still on the way.</summary>
    public void End(Exception? fault, long notBefore)
    {
        if (Broken is not null) return;
        Broken = fault ?? new InvalidOperationException("the call is complete");
        OnTheWay.Add(new Parcel(null, fault, notBefore));
    }

    /// <summary>Both ends have lost it: nothing arrives any more, and whoever sends is told.</summary>
    public void Break(Exception fault)
    {
        Broken ??= fault;
        foreach (var one in _sending) one.TrySetException(fault);
        _sending.Clear();
        OnTheWay.Clear();
    }

    public void Arrive(Parcel parcel)
    {
        if (parcel.Arrival is { } arrival)
        {
            _sending.Remove(arrival);
            arrival.TrySetResult();
        }

        _arrived.Enqueue(parcel);
        if (_reading is not { } reading || reading.Task.IsCompleted) return;
        _reading = null;
        try
        {
            var more = Take();
            reading.SetResult(more);
        }
        catch (Exception exception)
        {
            reading.SetException(exception);
        }
    }

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<bool>(cancellationToken);
        if (_arrived.Count > 0)
        {
            try
            {
                return Task.FromResult(Take());
            }
            catch (Exception exception)
            {
                return Task.FromException<bool>(exception);
            }
        }

        var reading = _reading = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(() => reading.TrySetCanceled(cancellationToken));
        return reading.Task;
    }

    private bool Take()
    {
        var parcel = _arrived.Dequeue();
        if (parcel.Frame is not null)
        {
            Current = Hear(LinkFrame.Parser.ParseFrom(parcel.Frame));
            return true;
        }

        // It stays ended, however often it is asked.
        _arrived.Enqueue(parcel);
        return parcel.Fault is null ? false : throw parcel.Fault;
    }
}
