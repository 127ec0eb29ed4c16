using System.Security.Cryptography;

namespace CollectiveImpact.Exchange.Documents;

/// <summary>A node's id: the SHA-256 of its public key (SubjectPublicKeyInfo), in lower-case hexadecimal.</summary>
public readonly record struct NodeId(string Fingerprint)
{
    /// <summary>The id that belongs to a public key.</summary>
    public static NodeId Of(ReadOnlySpan<byte> publicKey) =>
        new(Convert.ToHexStringLower(SHA256.HashData(publicKey)));

    /// <inheritdoc/>
    public override string ToString() => Fingerprint;
}
