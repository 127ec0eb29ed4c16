using CollectiveImpact.Exchange.Joining;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CollectiveImpact.Exchange.Tests.Nodes;

/// <summary>A child that speaks the protocol by hand, and so can speak it wrongly.</summary>
internal sealed class RawChild : IAsyncDisposable
{
    private readonly AsyncDuplexStreamingCall<LinkFrame, LinkFrame> _call;
    private readonly TestNode _parent;
    private long _sequence;

    public RawChild(TestNode parent, NodeKey? key = null)
    {
        _parent = parent;
        Key = key ?? NodeKey.Create();
        Tokens = new LinkTokens(Key, new RandomIds(), TimeProvider.System);
        _call = new V1.Exchange.ExchangeClient(parent.Channel).Link();
    }

    public NodeKey Key { get; }

    public LinkTokens Tokens { get; }

    public ByteString Link { get; init; } = Random(16);

    public ByteString Log { get; init; } = Random(16);

    public static ByteString Random(int length) => ByteString.CopyFrom(System.Security.Cryptography.RandomNumberGenerator.GetBytes(length));

    public Hello Hello(ByteString? cursorLog = null, long cursor = 0, long head = 100) => new()
    {
        Version = 1,
        Link = Link,
        PublicKey = ByteString.CopyFrom(Key.Current.PublicKey),
        Successions = { Key.Current.Successions },
        Level = Level.Local,
        Name = "by hand",
        Log = Log,
        Head = head,
        CursorLog = cursorLog ?? ByteString.Empty,
        Cursor = cursor,
        Token = Tokens.Create(LinkTokens.Link, _parent.Log.Node, nonce: null).Token,
    };

    /// <summary>Joins by hand, with an invitation of the parent for any initiative.</summary>
    public async Task<RawChild> JoinAsync(string? invitation = null, string? token = null)
    {
        var letter = InvitationText.Read(invitation ?? await _parent.InviteAsync(Level.Local))!;
        await new V1.Exchange.ExchangeClient(_parent.Channel).JoinAsync(new JoinRequest
        {
            Secret = letter.Secret,
            PublicKey = ByteString.CopyFrom(Key.Current.PublicKey),
            Successions = { Key.Current.Successions },
            Level = Level.Local,
            Name = "by hand",
            Link = Link,
            Token = token ?? Tokens.Create(LinkTokens.Join, _parent.Log.Node, nonce: null).Token,
        });
        return this;
    }

    /// <summary>Greets, and returns the parent's Hello.</summary>
    public async Task<Hello> GreetAsync(Hello? hello = null)
    {
        await SayAsync(new LinkFrame { Hello = hello ?? Hello() });
        return (await HearAsync()).Hello;
    }

    public Task SayAsync(LinkFrame frame) => _call.RequestStream.WriteAsync(frame);

    public Task SayAsync(Batch batch) => SayAsync(new LinkFrame { Batch = batch });

    /// <summary>The next frame that the parent sends; null when it has closed the stream.</summary>
    public async Task<LinkFrame> HearAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _call.ResponseStream.MoveNext(patience.Token) ? _call.ResponseStream.Current : new LinkFrame();
    }

    public Document Note(string id, string text, long revision = 1) => new()
    {
        Initiative = "ca",
        Kind = "note",
        Id = id,
        Revision = revision,
        Log = Log,
        Sequence = ++_sequence,
        WrittenAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch),
        Payload = new StringValue { Value = text }.ToByteString(),
    };

    public Batch Batch(long after, long through, params Document[] documents)
    {
        byte[][] bytes = [.. documents.Select(document => document.ToByteArray())];
        var batch = new Batch { After = after, Through = through };
        foreach (var (document, proof) in bytes.Zip(new BatchSigner(Key.Current).Sign(bytes)))
        {
            batch.Signatures.Add(new Signature { Value = ByteString.CopyFrom(proof.Signature), PublicKey = ByteString.CopyFrom(Key.Current.PublicKey), Successions = { Key.Current.Successions } });
            batch.Documents.Add(new SignedDocument
            {
                Document = ByteString.CopyFrom(document),
                Signature = batch.Signatures.Count - 1,
                Leaf = proof.Leaf,
                Leaves = proof.Leaves,
                Path = ByteString.CopyFrom(proof.Path),
            });
        }

        return batch;
    }

    public async ValueTask DisposeAsync()
    {
        await _call.RequestStream.CompleteAsync();
        _call.Dispose();
    }
}
