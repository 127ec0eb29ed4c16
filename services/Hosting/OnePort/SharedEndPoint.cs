using System.Net;

namespace CollectiveImpact.Hosting.OnePort;

/// <summary>
/// A port on which HTTP/1.1 and HTTP/2 are both spoken without TLS. Kestrel sees two endpoints: this one, which
/// is the socket and speaks HTTP/1.1, and its twin, which speaks HTTP/2 and has no socket of its own.
/// </summary>
/// <remarks>
/// Kestrel tells the two protocols apart by TLS alone: asked for both on a cleartext port, it speaks HTTP/1.1
/// only. The client's first bytes do tell (RFC 9113, section 3.4), so they are looked at before Kestrel does.
/// </remarks>
internal sealed class SharedEndPoint : IPEndPoint
{
    public SharedEndPoint(IPEndPoint address)
        : base(address.Address, address.Port) => Http2 = new Http2EndPoint(this);

    public Http2EndPoint Http2 { get; }
}
