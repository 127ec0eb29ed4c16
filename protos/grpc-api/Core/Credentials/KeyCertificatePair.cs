namespace Grpc.Core;

/// <summary>A certificate and its private key.</summary>
/// <param name="certificateChain">The certificate and those above it, in PEM.</param>
/// <param name="privateKey">The private key, in PEM.</param>
public sealed class KeyCertificatePair(string certificateChain, string privateKey)
{
    /// <summary>The certificate and those above it, in PEM.</summary>
    public string CertificateChain { get; } =
        certificateChain ?? throw new ArgumentNullException(nameof(certificateChain));

    /// <summary>The private key, in PEM.</summary>
    public string PrivateKey { get; } = privateKey ?? throw new ArgumentNullException(nameof(privateKey));
}
