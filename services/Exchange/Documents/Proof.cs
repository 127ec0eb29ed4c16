namespace CollectiveImpact.Exchange.Documents;

/// <summary>
/// How a document is proved to be its writer's: the writer signed the root of a Merkle tree, and the path leads
/// there from the document. So one signature covers a batch, and a relay can pass on one document of it.
/// </summary>
/// <param name="Signature">ECDSA over P-256 with SHA-256: r and s, 64 bytes.</param>
/// <param name="Leaf">The document's place in the batch, from 0.</param>
/// <param name="Leaves">How many documents the batch had.</param>
/// <param name="Path">The sibling hashes from leaf to root, 32 bytes each, one after the other.</param>
/// <param name="Key">The fingerprint of the key that signed: one of the writer's.</param>
public sealed record Proof(byte[] Signature, int Leaf, int Leaves, byte[] Path, string Key);
