using System.Security.Cryptography;
using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>Checks one writer's signature; the documents of one batch share the expensive half.</summary>
internal sealed class SignatureCheck : IDisposable
{
    private readonly ECDsa? _key;
    private readonly byte[] _signature;
    private byte[]? _signedRoot;

    /// <param name="publicKey">The writer's key, SubjectPublicKeyInfo.</param>
    /// <param name="signature">r and s, 64 bytes.</param>
    public SignatureCheck(byte[] publicKey, byte[] signature)
    {
        _signature = signature;
        Writer = NodeId.Of(publicKey);
        PublicKey = publicKey;
        _key = Import(publicKey);
    }

    public NodeId Writer { get; }

    public byte[] PublicKey { get; }

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

    private static ECDsa? Import(byte[] publicKey)
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
