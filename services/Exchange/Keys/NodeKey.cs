using System.Security.Cryptography;
using CollectiveImpact.Exchange.Documents;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>A node's key, kept in a file that only its owner can read. It can be replaced; the node stays the same.</summary>
public sealed class NodeKey : IDisposable
{
    private readonly KeyFile? _file;
    private SigningKey _current;

    internal NodeKey(SigningKey current, KeyFile? file = null)
    {
        (_current, _file) = (current, file);
        Node = current.Node;
    }

    /// <summary>The node that holds this key.</summary>
    public NodeId Node { get; }

    /// <summary>The key that signs now.</summary>
    internal SigningKey Current => Volatile.Read(ref _current);

    /// <summary>A key that is not kept.</summary>
    public static NodeKey Create() => new(SigningKey.Create());

    /// <summary>The key in a file; it is made there when there is none.</summary>
    /// <exception cref="CryptographicException">The file holds no P-256 private key.</exception>
    public static NodeKey Open(string path)
    {
        var file = new KeyFile(path);
        return new NodeKey(file.ReadOrCreate(), file);
    }

    /// <summary>Puts a key that is to follow beside the one in use, before the log hears of it.</summary>
    /// <exception cref="IOException">The file's folder can't be written.</exception>
    internal void Propose(SigningKey next) => _file?.WriteNext(next);

    /// <summary>Uses a key from now on: the log knows it.</summary>
    internal void Adopt(SigningKey next)
    {
        Volatile.Write(ref _current, next);
        _file?.TakeNext();
    }

    /// <summary>
    /// Uses the key that the log knows as this node's last: a crash may have cut a replacement short, or another replica
    /// may have made one.
    /// </summary>
    /// <param name="last">The last key that the log knows of this node; null for a new log.</param>
    /// <exception cref="CryptographicException">No key at hand is that one, or follows on it.</exception>
    internal void Settle(WriterKey? last)
    {
        if (_file is null || last is null) return;
        var next = _file.ReadNext();
        if (next is not null && next.Node == Node && next.Fingerprint == last.Fingerprint)
        {
            Adopt(next);
            return;
        }

        next?.Dispose();
        _file.DropNext();
        var kept = _file.Read();
        if (kept?.Node != Node || (kept.Fingerprint != last.Fingerprint && !kept.Successions.Any(step => NodeId.Of(step.Former.Span).Fingerprint == last.Fingerprint)))
            throw new CryptographicException($"the key file of node {Node} is older than the log, which knows the key {last.Fingerprint}; give this service the file of that key");
        Volatile.Write(ref _current, kept);
    }

    /// <inheritdoc/>
    public void Dispose() => _current.Dispose();
}
