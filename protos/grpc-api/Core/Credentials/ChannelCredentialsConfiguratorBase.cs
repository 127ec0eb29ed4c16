namespace Grpc.Core;

/// <summary>How a client learns what channel credentials are. For clients only.</summary>
public abstract class ChannelCredentialsConfiguratorBase
{
    /// <summary>None.</summary>
    public abstract void SetInsecureCredentials(object? state);

    /// <summary>TLS; null means the machine's roots, no client certificate, no check of one's own.</summary>
    public abstract void SetSslCredentials(
        object? state,
        string? rootCertificates,
        KeyCertificatePair? keyCertificatePair,
        VerifyPeerCallback? verifyPeerCallback);

    /// <summary>A channel's and, on top, a call's.</summary>
    public abstract void SetCompositeCredentials(
        object? state, ChannelCredentials channelCredentials, CallCredentials callCredentials);
}
