using System.Security.Cryptography;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>Checks one writer's signature; the documents of one batch share the expensive half.</summary>
internal sealed class SignatureCheck : IDisposable
{
    private readonly ECDsa? _key;
    private readonly byte[] _signature;
    private byte[]? _signedRoot;

    /// <param name="publicKey">The key that signed, SubjectPublicKeyInfo.</param>
    /// <param name="successions">How its node came to it.</param>
    /// <param name="signature">r and s, 64 bytes.</param>
    public SignatureCheck(byte[] publicKey, IReadOnlyList<Succession> successions, byte[] signature)
    {
        _signature = signature;
        Key = new WriterKey(NodeId.Of(publicKey).Fingerprint, publicKey, successions);
        // A key whose steps lead nowhere covers nothing; it still has to be called something in the receipt.
        var owner = SuccessionCheck.Owner(publicKey, successions);
        Writer = owner ?? new NodeId(Key.Fingerprint);
        _key = owner is null ? null : Import(publicKey);
    }

    public NodeId Writer { get; }

    public WriterKey Key { get; }

    public byte[] Signature => _signature;

    /// <summary>Whether the signature covers a document at this place of its batch.</summary>
    public bool Covers(byte[] document, int leaf, int leaves, byte[] path)
    {
        if (_key is null || MerkleTree.RootFrom(MerkleTree.LeafHash(document), leaf, leaves, path) is not { } root)
            return false;
        if (_signedRoot is not null) return root.AsSpan().SequenceEqual(_signedRoot);
        if (!_key.VerifyData(root, _signature, HashAlgorithmName.SHA256)) return false;
        _signedRoot = root;
        return true;
    }

    public void Dispose() => _key?.Dispose();

    /// <summary>A public key; null when it is none of P-256.</summary>
    public static ECDsa? Import(byte[] publicKey)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out var read);
            if (read == publicKey.Length && key.KeySize == 256) return key;
        }
        catch (CryptographicException)
        {
            // Not a key: nothing is covered by it.
        }

        key.Dispose();
        return null;
    }
}
