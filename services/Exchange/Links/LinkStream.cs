using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Exchange.Links;

/// <summary>The stream of one link, as one of its ends has it.</summary>
/// <param name="Incoming">What the other end says.</param>
/// <param name="SendAsync">Says something; one frame at a time.</param>
internal sealed record LinkStream(IAsyncStreamReader<LinkFrame> Incoming, Func<LinkFrame, CancellationToken, Task> SendAsync)
{
    /// <summary>The next frame; null when the other end has closed the stream.</summary>
    public async Task<LinkFrame?> NextAsync(CancellationToken cancellationToken) =>
        await Incoming.MoveNext(cancellationToken) ? Incoming.Current : null;
}

/// <summary>The way to a parent.</summary>
internal interface IParentCalls : IDisposable
{
    /// <summary>Opens a stream to it; disposing of it ends the stream.</summary>
    (LinkStream Stream, IDisposable Call) Dial(CancellationToken cancellationToken);

    /// <summary>Redeems an invitation.</summary>
    Task<JoinResponse> JoinAsync(JoinRequest request, CancellationToken cancellationToken);
}

/// <summary>Finds the way to a parent at an address.</summary>
internal delegate IParentCalls ParentDial(string address);
