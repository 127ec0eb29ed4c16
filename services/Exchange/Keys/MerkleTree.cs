using System.Buffers;
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
        const int onStack = 2048;
        var rented = content.Length < onStack ? null : ArrayPool<byte>.Shared.Rent(content.Length + 1);
        var prefixed = (rented is null ? stackalloc byte[onStack] : rented)[..(content.Length + 1)];
        prefixed[0] = 0;
        content.CopyTo(prefixed[1..]);
        var hash = SHA256.HashData(prefixed);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    public static byte[] Root(ReadOnlySpan<byte[]> leaves) => leaves.Length == 1
        ? leaves[0]
        : Node(Root(leaves[..Split(leaves.Length)]), Root(leaves[Split(leaves.Length)..]));

    /// <summary>Of each leaf the sibling hashes up to the root, one after the other: every inner node is hashed once.</summary>
    public static byte[][] Paths(ReadOnlySpan<byte[]> leaves, out byte[] root)
    {
        var paths = new byte[leaves.Length][];
        root = Climb(leaves, 0, paths);
        return paths;
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

    /// <param name="leaves">The leaves of a subtree.</param>
    /// <param name="above">How many bytes of their paths lie above it.</param>
    /// <param name="paths">Their paths, which a leaf makes and each subtree adds a sibling to.</param>
    private static byte[] Climb(ReadOnlySpan<byte[]> leaves, int above, Span<byte[]> paths)
    {
        if (leaves.Length == 1)
        {
            paths[0] = new byte[above];
            return leaves[0];
        }

        var split = Split(leaves.Length);
        var left = Climb(leaves[..split], above + Hash, paths[..split]);
        var right = Climb(leaves[split..], above + Hash, paths[split..]);
        foreach (var path in paths[..split]) right.CopyTo(path.AsSpan(path.Length - above - Hash));
        foreach (var path in paths[split..]) left.CopyTo(path.AsSpan(path.Length - above - Hash));
        return Node(left, right);
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
