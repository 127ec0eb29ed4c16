using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Simulation.Wires;

/// <summary>A node's call to the parent that invited it: a request, and an answer that may be lost.</summary>
internal sealed class JoinCall(Edge edge, JoinRequest request)
{
    private readonly TaskCompletionSource<JoinResponse> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[]? _request = request.ToByteArray();
    private NodeProcess? _server;
    private Task<JoinResponse>? _serving;

    public Edge Edge => edge;

    public Task<JoinResponse> Answered => _answered.Task;

    /// <summary>Whether something of it is on the way.</summary>
    public bool IsOnTheWay => _request is not null || _serving is { IsCompleted: true };

    public bool IsOver => _answered.Task.IsCompleted;

    /// <summary>Brings what is on the way to where it goes.</summary>
    public void Deliver()
    {
        if (_request is { } bytes)
        {
            _request = null;
            _server = edge.Parent.Process;
            if (_server is not { IsServing: true }) Lose();
            else _serving = _server.Threads.Run(() => _server.Links.Join(JoinRequest.Parser.ParseFrom(bytes), new SimulatedCall(CancellationToken.None)));
            return;
        }

        if (_serving!.IsCompletedSuccessfully) _answered.TrySetResult(JoinResponse.Parser.ParseFrom(_serving.Result.ToByteArray()));
        else _answered.TrySetException(_serving.Exception?.InnerException as RpcException ?? new RpcException(new Status(StatusCode.Unknown, "the call failed")));
    }

    /// <summary>Whether a process was to answer it.</summary>
    public bool IsServedBy(NodeProcess process) => _server == process;

    /// <summary>Loses what is on the way; the caller's patience ends.</summary>
    public void Lose() => _answered.TrySetException(new RpcException(new Status(StatusCode.DeadlineExceeded, "no answer came")));
}
