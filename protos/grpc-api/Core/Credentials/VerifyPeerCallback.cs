namespace Grpc.Core;

/// <summary>A further check of a server's certificate. True accepts it.</summary>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);

/// <summary>Which server shows which certificate.</summary>
/// <param name="targetName">The server's name.</param>
/// <param name="peerPem">Its certificate, in PEM.</param>
public class VerifyPeerContext(string targetName, string peerPem)
{
    /// <summary>The server's name.</summary>
    public string TargetName { get; } = targetName;

    /// <summary>Its certificate, in PEM.</summary>
    public string PeerPem { get; } = peerPem;
}
