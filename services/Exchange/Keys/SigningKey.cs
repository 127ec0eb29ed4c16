using System.Security.Cryptography;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>One key of a node, P-256, and how the node came to it from its first.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    public SigningKey(ECDsa key, IReadOnlyList<Succession> successions)
    {
        (_key, Successions) = (key, successions);
        PublicKey = key.ExportSubjectPublicKeyInfo();
        Fingerprint = NodeId.Of(PublicKey).Fingerprint;
        Node = SuccessionCheck.Owner(PublicKey, successions)
            ?? throw new CryptographicException("the key's successions do not lead from its node's first key to it");
    }

    /// <summary>The node: the fingerprint of its first key.</summary>
    public NodeId Node { get; }

    /// <summary>The public half, SubjectPublicKeyInfo.</summary>
    public byte[] PublicKey { get; }

    /// <summary>SHA-256 of the public half, in lower-case hexadecimal.</summary>
    public string Fingerprint { get; }

    /// <summary>The steps from the first key to this one, oldest first.</summary>
    public IReadOnlyList<Succession> Successions { get; }

    /// <summary>The key itself, for whoever signs in another form.</summary>
    public ECDsa Algorithm => _key;

    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), []);

    /// <summary>Signs a text (a Merkle root, a statement): r and s, 64 bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> text) => _key.SignData(text, HashAlgorithmName.SHA256);

    /// <summary>A new key of the same node, which takes over after a place in its log.</summary>
    public SigningKey Next(string log, long sequence)
    {
        var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var succession = new Succession
        {
            Former = ByteString.CopyFrom(PublicKey),
            Next = ByteString.CopyFrom(next.ExportSubjectPublicKeyInfo()),
            Log = ByteString.CopyFrom(Convert.FromHexString(log)),
            Sequence = sequence,
        };
        succession.Signature = ByteString.CopyFrom(Sign(SuccessionCheck.Statement(succession)));
        return new SigningKey(next, [.. Successions, succession]);
    }

    public void Dispose() => _key.Dispose();
}
