using System.Security.Cryptography;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>
/// The Merkle tree of RFC 9162, section 2.1: leaves and inner nodes are hashed under different prefixes, and a tree
/// that is not full is split at the largest power of two below its size.
/// </summary>
internal static class MerkleTree
{
    private const int Hash = SHA256.HashSizeInBytes;

    public static byte[] LeafHash(ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    public static byte[] Root(ReadOnlySpan<byte[]> leaves) => leaves.Length == 1
        ? leaves[0]
        : Node(Root(leaves[..Split(leaves.Length)]), Root(leaves[Split(leaves.Length)..]));

    /// <summary>The sibling hashes from a leaf up to the root, one after the other.</summary>
    public static byte[] Path(ReadOnlySpan<byte[]> leaves, int leaf)
    {
        if (leaves.Length == 1) return [];
        var split = Split(leaves.Length);
        return leaf < split
            ? [.. Path(leaves[..split], leaf), .. Root(leaves[split..])]
            : [.. Path(leaves[split..], leaf - split), .. Root(leaves[..split])];
    }

    /// <summary>The root to which a path leads; null for a path that fits no tree of that size.</summary>
    public static byte[]? RootFrom(byte[] leafHash, int leaf, int leaves, ReadOnlySpan<byte> path)
    {
        if (leaf < 0 || leaf >= leaves) return null;
        if (leaves == 1) return path.IsEmpty ? leafHash : null;
        if (path.Length < Hash) return null;
        var split = Split(leaves);
        var sibling = path[^Hash..];
        if (leaf < split)
            return RootFrom(leafHash, leaf, split, path[..^Hash]) is { } left ? Node(left, sibling) : null;
        return RootFrom(leafHash, leaf - split, leaves - split, path[..^Hash]) is { } right ? Node(sibling, right) : null;
    }

    private static int Split(int leaves) => 1 << (31 - int.LeadingZeroCount(leaves - 1));

    private static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + 2 * Hash];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Hash)..]);
        return SHA256.HashData(both);
    }
}
