namespace Grpc.Core;

/// <summary>
/// A channel over TLS. Grpc.Net.Client takes only the one without arguments: certificates are set up on its
/// HttpClient handler.
/// </summary>
/// <param name="rootCertificates">Trusted roots in PEM; null means the machine's.</param>
/// <param name="keyCertificatePair">The client's own certificate.</param>
/// <param name="verifyPeerCallback">A further check of the server's certificate.</param>
public sealed class SslCredentials(
    string? rootCertificates,
    KeyCertificatePair? keyCertificatePair,
    VerifyPeerCallback? verifyPeerCallback) : ChannelCredentials
{
    /// <summary>With the roots the machine trusts.</summary>
    public SslCredentials() : this(null)
    {
    }

    /// <summary>With other roots, and a certificate of the client's own if need be.</summary>
    public SslCredentials(string? rootCertificates, KeyCertificatePair? keyCertificatePair = null)
        : this(rootCertificates, keyCertificatePair, null)
    {
    }

    /// <summary>Trusted roots in PEM; null means the machine's.</summary>
    public string? RootCertificates { get; } = rootCertificates;

    /// <summary>The client's own certificate.</summary>
    public KeyCertificatePair? KeyCertificatePair { get; } = keyCertificatePair;

    /// <inheritdoc />
    public override void InternalPopulateConfiguration(
        ChannelCredentialsConfiguratorBase configurator, object? state) =>
        configurator.SetSslCredentials(state, RootCertificates, KeyCertificatePair, verifyPeerCallback);
}
