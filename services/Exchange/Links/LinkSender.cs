using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Links;

/// <summary>
/// Sends this node's log to a peer: what is meant for it, in order, up to a window ahead of what it has acknowledged.
/// </summary>
internal sealed class LinkSender(
    DocumentLog log, IDocumentRules rules, LinkPeer peer, long from, LinkStatus status, Action<LinkFrame> say)
{
    /// <summary>Batches on the way: twice what the other end stores as one, so that it has the next to look at meanwhile.</summary>
    public const int Window = 2 * StoredAsOne;

    /// <summary>Batches that are stored as one, if so many wait.</summary>
    public const int StoredAsOne = 8;

    private const int LargestBatch = 512;
    private const int LargestBytes = 512 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<long> _onTheWay = new();
    private readonly Dictionary<string, WriterKey> _keys = [];
    private readonly Changes _room = new();
    private Func<StoredDocument, bool>? _goes;
    private long _routeVersion;

    // Everything up to here was looked at, and up to _said the peer was told of.
    private long _position = from;
    private long _said = from;
    private long _acknowledged = from;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await RoomAsync(cancellationToken);
            await log.Tail.Grown(() => Interlocked.Read(ref _position), cancellationToken);
            SendAfter(Interlocked.Read(ref _position));
        }
    }

    /// <summary>The peer has everything up to here on its disk.</summary>
    public void Acknowledged(long through)
    {
        lock (_lock)
        {
            while (_onTheWay.TryPeek(out var sent) && sent <= through) _onTheWay.Dequeue();
            _acknowledged = through;
            TellStatus();
        }

        _room.Tell();
    }

    /// <summary>The peer lacks what comes after a number.</summary>
    public void GoBack(long after)
    {
        lock (_lock)
        {
            _onTheWay.Clear();
            (_position, _said) = (after, after);
        }

        _room.Tell();
        // It may have sent all there was, and wait for more.
        log.Tail.Wake();
    }

    /// <summary>Tells the peer how far this end has looked, if that is further than it knows.</summary>
    public bool SayPassedOver()
    {
        lock (_lock)
        {
            if (_onTheWay.Count > 0 || _position == _said) return false;
            Send(new Batch { After = _said, Through = _position });
            return true;
        }
    }

    private void TellStatus() => status.Acknowledged(_acknowledged, _onTheWay.Count == 0 ? _position : _acknowledged);

    private async Task RoomAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var seen = _room.Count;
            lock (_lock)
            {
                if (_onTheWay.Count < Window) return;
            }

            await _room.AfterAsync(seen, cancellationToken);
        }
    }

    private void SendAfter(long position)
    {
        // The head is read first: what is looked at then reaches at least up to it.
        var head = log.Head;
        var documents = log.Tail.After(position, LargestBatch) ?? log.Read(reader => reader.DocumentsAfter(position, LargestBatch));
        var batch = new Batch();
        Dictionary<ByteString, int> signatures = [];
        var (bytes, through) = (0, position);
        foreach (var document in documents)
        {
            if (document.Arrived != peer.Link && Goes(document))
            {
                if (bytes > 0 && bytes + document.Bytes.Length > LargestBytes) break;
                bytes += document.Bytes.Length + document.Proof!.Path.Length;
                batch.Documents.Add(Sign(document, batch, signatures));
            }

            through = document.Sequence;
        }

        if (documents.Count == 0) through = Math.Max(through, head);
        lock (_lock)
        {
            // The peer asked for an earlier one in the meantime.
            if (_position != position) return;
            _position = through;
            if (batch.Documents.Count == 0)
            {
                TellStatus();
                return;
            }

            batch.After = _said;
            batch.Through = through;
            Send(batch);
            status.Telemetry.Sent(peer.Node, batch.Documents.Count);
        }
    }

    private void Send(Batch batch)
    {
        _said = batch.Through;
        _onTheWay.Enqueue(batch.Through);
        say(new LinkFrame { Batch = batch });
    }

    private bool Goes(StoredDocument document)
    {
        var version = rules.RouteVersion;
        if (_goes is null || version != _routeVersion) (_goes, _routeVersion) = (rules.RouteTo(peer, log.Read(LinkTable.Neighbours)), version);
        return _goes(document);
    }

    private SignedDocument Sign(StoredDocument document, Batch batch, Dictionary<ByteString, int> signatures)
    {
        var proof = document.Proof!;
        var value = UnsafeByteOperations.UnsafeWrap(proof.Signature);
        if (!signatures.TryGetValue(value, out var signature))
        {
            signature = batch.Signatures.Count;
            signatures.Add(value, signature);
            batch.Signatures.Add(Signature(value, Key(proof.Key)));
        }

        return new SignedDocument
        {
            Document = UnsafeByteOperations.UnsafeWrap(document.Bytes),
            Signature = signature,
            Leaf = proof.Leaf,
            Leaves = proof.Leaves,
            Path = UnsafeByteOperations.UnsafeWrap(proof.Path),
        };
    }

    private static Signature Signature(ByteString value, WriterKey key) =>
        new() { Value = value, PublicKey = UnsafeByteOperations.UnsafeWrap(key.PublicKey), Successions = { key.Successions } };

    private WriterKey Key(string fingerprint)
    {
        if (_keys.TryGetValue(fingerprint, out var key)) return key;
        key = log.Read(reader => WriterKeys.Find(reader, fingerprint)) ?? throw new InvalidDataException($"the key {fingerprint} is missing");
        _keys.Add(fingerprint, key);
        return key;
    }
}
