using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Backbone.Tests.Charter;

/// <summary>
/// A node without a log or a wire: it says about one function of <see cref="Young"/> what a node may say, takes what
/// others say by the rules of the product, and looks again at what it refused whenever something of the charter came.
/// </summary>
internal sealed class CharterNode
{
    /// <summary>The initiative whose function it is.</summary>
    public const string Young = "young";

    private const string Work = "work";

    private static readonly CharterKey Of = new(Young, Function.MobilizeResources, 0);

    private static readonly LinkPeer Peer = new(1, default, Level.Provincial, false, HostingScope.Any);

    private readonly TimeProvider _time;
    private readonly Dictionary<string, CharterKind> _kinds;
    private readonly Dictionary<DocumentKey, StoredDocument> _stored = [];
    private readonly List<StoredDocument> _held = [];
    private NodeStanding _standing;

    /// <param name="host">The initiative that it hosts.</param>
    /// <param name="time">What it takes for the time.</param>
    public CharterNode(string host, TimeProvider time)
    {
        (Host, _time) = (host, time);
        _kinds = new CharterKind[] { new ProposalKind(time), new ResponseKind(time), new ReleaseKind(time) }.ToDictionary(kind => kind.Name);
        _standing = NodeStanding.Empty(NodeOf(host)) with
        {
            Nest = Places.Aggregate(NestState.Empty, (nest, each) => nest.With(new KnownInitiative(each, LevelOf(each), InitiativeNames.Read(new InitiativeRecord()), NodeOf(each), null, 1)))
                .With(Young, new DatedAlignment("east", null, null, null)).With(Young, new DatedAlignment("west", null, null, null))
                .With("east", new DatedAlignment("nation", null, null, null)).With("west", new DatedAlignment("nation", null, null, null)),
        };
    }

    /// <summary>All initiatives, each at a node of its own.</summary>
    public static IReadOnlyList<string> Places { get; } = [Young, "east", "west", "nation"];

    public string Host { get; }

    public NodeId Node => NodeOf(Host);

    /// <summary>All that it wrote, in its order.</summary>
    public List<StoredDocument> Written { get; } = [];

    public Tenures Tenures => _standing.Charters.Tenures(Young, Of.Function, _time.Today());

    /// <summary>The epoch under which it may write for the function; null where it may not.</summary>
    public long? MayWrite => FunctionHolding.MayWrite(_standing, Young, Of.Function, "", _time.Today(), out var epoch) is null ? epoch : null;

    /// <summary>Whether nothing is written any more under a tenure that has begun.</summary>
    public bool IsOver(Proposal tenure) => tenure != Tenures.Current || Tenures.ReleaseOf(tenure) is not null || Tenures.IsOver;

    /// <summary>The initiative declares who is to hold its function.</summary>
    public void Declare(TenureRecord tenure)
    {
        if (Host == Young) Propose(tenure);
    }

    /// <summary>Its holder hands it over.</summary>
    public void HandOver(TenureRecord tenure)
    {
        if (MayWrite is not null) Propose(tenure);
    }

    /// <summary>It answers what it was asked first; what it has accepted it declines no more, nor what needs no word of it.</summary>
    public void Respond(bool accepted)
    {
        if (Tenures.Waiting.FirstOrDefault(waiting => waiting.Holders.Contains(Host)) is not { } proposal) return;
        if (!accepted && (Tenures.HasAccepted(proposal, Host) || !Tenures.IsAsked(Young, proposal, Host))) return;
        Write(ResponseKind.Key(Host, Of with { Epoch = proposal.Epoch, Proposer = proposal.Proposer }), 0, new ResponseRecord { Accepted = accepted, Revision = proposal.Revision });
    }

    /// <summary>Writes for the function, where it may.</summary>
    public void DoWork()
    {
        if (MayWrite is { } epoch) Write(new DocumentKey(Young, Work, $"{Host}-{Written.Count}"), epoch, new Empty());
    }

    /// <summary>What it would write under a tenure now, whether it may or not.</summary>
    public StoredDocument Forged(long epoch) => Document(new DocumentKey(Young, Work, "forged"), epoch, new Empty());

    /// <summary>A day has begun.</summary>
    public void Turn()
    {
        Release();
        Reconsider();
    }

    public void Receive(StoredDocument document)
    {
        if (_stored.TryGetValue(document.Key, out var former) && !document.Supersedes(former)) return;
        if (Refuses(document)) _held.Add(document);
        else Take(document);
    }

    /// <summary>Whether it has taken a document.</summary>
    public bool Has(StoredDocument document) => _stored.ContainsKey(document.Key);

    public static bool IsWork(StoredDocument document) => document.Key.Kind == Work;

    public bool Refuses(StoredDocument document) => IsWork(document)
        ? FunctionHolding.Refuse(_standing, document, Of.Function, _time.Today()) is not null
        : _kinds[document.Key.Kind].Refuse(_standing, document, _stored.GetValueOrDefault(document.Key), Peer) is not null;

    private void Propose(TenureRecord tenure)
    {
        tenure.NeedsWord = Tenures.NeedsWord(Host, tenure.Writer);
        if (ProposalKind.Fault(_standing, Young, tenure, "holders") is null)
            Write(ProposalKind.Key(Host, Of with { Epoch = Tenures.NextEpoch }), 0, tenure);
    }

    private void Write(DocumentKey key, long epoch, IMessage payload)
    {
        var document = Document(key, epoch, payload);
        Written.Add(document);
        Take(document);
    }

    private StoredDocument Document(DocumentKey key, long epoch, IMessage payload)
    {
        var content = new Document
        {
            Initiative = key.Initiative,
            Kind = key.Kind,
            Id = key.Id,
            Epoch = epoch,
            Revision = _stored.TryGetValue(key, out var former) ? former.Content.Revision + 1 : 1,
            Log = ByteString.CopyFromUtf8(Host),
            Sequence = Written.Count + 1,
            WrittenAt = Timestamp.FromDateTimeOffset(_time.GetUtcNow()),
            Payload = payload.ToByteString(),
        };
        return new StoredDocument(content.Sequence, NodeOf(Host), content, content.ToByteArray(), null, null, _time.GetUtcNow());
    }

    private void Take(StoredDocument document)
    {
        _stored[document.Key] = document;
        if (IsWork(document)) return;
        _standing = _kinds[document.Key.Kind].Learn(_standing, document);
        Release();
        Reconsider();
    }

    private void Release()
    {
        if (ReleaseKind.Due(_standing, Of, _time.Today()) is var (key, record)) Write(key, 0, record);
    }

    private void Reconsider()
    {
        StoredDocument[] held = [.. _held];
        _held.Clear();
        foreach (var document in held) Receive(document);
    }

    private static NodeId NodeOf(string host) => new($"node of {host}");

    private static Level LevelOf(string place) => place switch
    {
        Young => Level.Local,
        "nation" => Level.National,
        _ => Level.Provincial,
    };
}
