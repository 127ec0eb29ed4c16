using System.Security.Cryptography;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Tests.Nodes;

namespace CollectiveImpact.Exchange.Tests.Keys;

public sealed class NodeKeyTests
{
    [Fact]
    public void a_key_stays_the_same()
    {
        using var folder = new TestFolder();
        using var first = NodeKey.Open(Path.Combine(folder.Path, "node.key"));
        using var second = NodeKey.Open(Path.Combine(folder.Path, "node.key"));
        Assert.Equal(first.Node, second.Node);
        Assert.Equal(NodeId.Of(first.Current.PublicKey), first.Node);
    }

    [Fact]
    public async Task replicas_that_start_at_once_share_the_key_that_one_of_them_made()
    {
        const int replicas = 8;
        using var folder = new TestFolder();
        using var start = new Barrier(replicas);
        var nodes = await Task.WhenAll(Enumerable.Range(0, replicas).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                using var key = NodeKey.Open(Path.Combine(folder.Path, "node.key"));
                return key.Node;
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        using var kept = NodeKey.Open(Path.Combine(folder.Path, "node.key"));
        Assert.All(nodes, node => Assert.Equal(kept.Node, node));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void a_key_is_readable_by_its_owner_only_where_files_have_modes()
    {
        using var folder = new TestFolder();
        NodeKey.Open(Path.Combine(folder.Path, "node.key")).Dispose();
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void a_file_that_holds_no_p256_key_is_refused()
    {
        using var folder = new TestFolder();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(Path.Combine(folder.Path, "node.key"), other.ExportPkcs8PrivateKeyPem());
        Assert.Throws<CryptographicException>(() => NodeKey.Open(Path.Combine(folder.Path, "node.key")));
    }

    [Fact]
    public void a_signature_covers_the_documents_of_its_batch_and_no_other()
    {
        using var key = SigningKey.Create();
        byte[][] documents = [.. Enumerable.Range(0, 150).Select(i => BitConverter.GetBytes(i))];
        var proofs = new BatchSigner(key).Sign(documents).ToList();
        Assert.Equal(3, proofs.Select(proof => Convert.ToHexString(proof.Signature)).Distinct().Count());
        foreach (var (document, proof) in documents.Zip(proofs))
        {
            using var check = new SignatureCheck(key.PublicKey, [], proof.Signature);
            Assert.True(check.Covers(document, proof.Leaf, proof.Leaves, proof.Path));
            Assert.False(check.Covers([.. document, 0], proof.Leaf, proof.Leaves, proof.Path));
            using var another = SigningKey.Create();
            using var stranger = new SignatureCheck(another.PublicKey, [], proof.Signature);
            Assert.False(stranger.Covers(document, proof.Leaf, proof.Leaves, proof.Path));
        }
    }
}
