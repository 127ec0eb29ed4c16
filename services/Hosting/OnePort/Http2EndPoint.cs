using System.Net;

namespace CollectiveImpact.Hosting.OnePort;

/// <summary>The side of a shared port that speaks HTTP/2.</summary>
internal sealed class Http2EndPoint(SharedEndPoint shared) : EndPoint
{
    /// <summary>Connections that began with the preface of HTTP/2.</summary>
    public ConnectionQueue Connections { get; } = new();

    /// <summary>Where the socket listens, once it does: the port asked for may have been 0.</summary>
    public EndPoint Address { get; set; } = shared;

    public override string ToString() => $"{Address} (HTTP/2)";
}
