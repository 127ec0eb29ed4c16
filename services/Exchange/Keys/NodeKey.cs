using System.Security.Cryptography;
using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>A node's key: P-256, kept in its data folder in a file that only its owner can read.</summary>
public sealed class NodeKey : IDisposable
{
    private const string File = "node.key";
    private readonly ECDsa _key;

    private NodeKey(ECDsa key)
    {
        _key = key;
        PublicKey = key.ExportSubjectPublicKeyInfo();
        Node = NodeId.Of(PublicKey);
    }

    /// <summary>The node that holds this key.</summary>
    public NodeId Node { get; }

    /// <summary>The public half, SubjectPublicKeyInfo.</summary>
    public byte[] PublicKey { get; }

    /// <summary>A key that is not kept.</summary>
    public static NodeKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>The key in a data folder; it is made there when there is none.</summary>
    /// <exception cref="CryptographicException">The file holds no P-256 private key.</exception>
    public static NodeKey Open(string folder)
    {
        var path = Path.Combine(folder, File);
        if (System.IO.File.Exists(path)) return Read(path);
        var key = Create();
        // Written beside and moved: a crash leaves either no key or a whole one.
        var unfinished = path + ".new";
        System.IO.File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(unfinished, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(key._key.ExportPkcs8PrivateKeyPem()));
            stream.Flush(flushToDisk: true);
        }

        System.IO.File.Move(unfinished, path);
        return key;
    }

    /// <summary>Signs a hash (a Merkle root): r and s, 64 bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> root) => _key.SignData(root, HashAlgorithmName.SHA256);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private static NodeKey Read(string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(System.IO.File.ReadAllText(path));
            if (key.KeySize == 256) return new NodeKey(key);
            throw new CryptographicException($"{path} holds no P-256 key");
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
