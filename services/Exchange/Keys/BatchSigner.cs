using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>Signs documents in batches: a signature costs as much as writing the document, a path next to nothing.</summary>
internal sealed class BatchSigner(SigningKey key)
{
    /// <summary>
    /// Documents under one signature. At 64 a path is 192 bytes and signing half a microsecond a document; a larger
    /// batch would save less than its longer paths cost.
    /// </summary>
    public const int Largest = 64;

    /// <summary>One proof a document, in their order.</summary>
    public IEnumerable<Proof> Sign(IEnumerable<byte[]> documents)
    {
        foreach (var batch in documents.Select(document => MerkleTree.LeafHash(document)).Chunk(Largest))
        {
            var paths = MerkleTree.Paths(batch, out var root);
            var signature = key.Sign(root);
            for (var leaf = 0; leaf < batch.Length; leaf++)
                yield return new Proof(signature, leaf, batch.Length, paths[leaf], key.Fingerprint);
        }
    }
}
