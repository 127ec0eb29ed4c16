using System.Text;
using CollectiveImpact.Exchange.Keys;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Exchange.Tests.Keys;

public sealed class MerkleTreeTests
{
    private static readonly Arbitrary<int> Size = Gen.Choose(1, 200).ToArbitrary();

    [Fact]
    public void every_leaf_leads_to_the_root() => Prop.ForAll(Size, size =>
    {
        var leaves = Leaves(size);
        var paths = MerkleTree.Paths(leaves, out var root);
        return root.SequenceEqual(MerkleTree.Root(leaves))
            && Enumerable.Range(0, size).All(leaf => root.SequenceEqual(MerkleTree.RootFrom(leaves[leaf], leaf, size, paths[leaf]) ?? []));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void another_leaf_leads_elsewhere() => Prop.ForAll(Size, Gen.Choose(0, 199).ToArbitrary(), (size, at) =>
    {
        var leaves = Leaves(size);
        var leaf = at % size;
        var forged = MerkleTree.LeafHash("forged"u8);
        return !MerkleTree.Root(leaves).SequenceEqual(MerkleTree.RootFrom(forged, leaf, size, MerkleTree.Paths(leaves, out _)[leaf]) ?? []);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1, 4, 64)]
    [InlineData(4, 4, 64)]
    [InlineData(0, 4, 32)]
    [InlineData(0, 4, 96)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 32)]
    [InlineData(0, int.MaxValue, 63)]
    public void a_path_that_fits_no_tree_leads_nowhere(int leaf, int leaves, int length) =>
        Assert.Null(MerkleTree.RootFrom(MerkleTree.LeafHash("a"u8), leaf, leaves, new byte[length]));

    [Fact]
    public void an_inner_node_is_no_leaf()
    {
        // Without different prefixes, the hash of two leaves could be passed off as a document.
        var leaves = Leaves(2);
        Assert.NotEqual(MerkleTree.Root(leaves), MerkleTree.LeafHash([.. leaves[0], .. leaves[1]]));
    }

    private static byte[][] Leaves(int size) =>
        [.. Enumerable.Range(0, size).Select(i => MerkleTree.LeafHash(Encoding.UTF8.GetBytes($"document {i}")))];
}
