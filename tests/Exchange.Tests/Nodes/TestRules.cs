using System.Collections.Concurrent;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Exchange.Tests.Nodes;

/// <summary>
/// Rules without a nest: a note goes everywhere, a secret nowhere, and what says "no" is refused until something says
/// "yes". It remembers what was applied, and forgets what was rolled back.
/// </summary>
internal sealed class TestRules : IDocumentRules
{
    private List<string> _working = [];

    public ConcurrentQueue<string> Published { get; } = new();

    public bool Yes { get; private set; }

    public IReadOnlyCollection<string> Recalled => ["note"];

    public long RouteVersion => 0;

    public Travel? TravelOf(string kind) => kind switch
    {
        "note" => Travel.Network,
        "secret" => Travel.Kept,
        _ => null,
    };

    public void Forget() => _working = [];

    public void Recall(StoredDocument document) => _working.Add(Text(document));

    public RefusalReason? Refuse(LogTransaction transaction, StoredDocument document, StoredDocument? former, LinkPeer peer) =>
        TravelOf(document.Content.Kind) is null ? "unknown kind"
        : former is not null && former.Writer != document.Writer ? "it is another's"
        : Text(document) == "no" && !Yes ? "it says no"
        : null;

    public void Apply(LogTransaction transaction, StoredDocument document, StoredDocument? former)
    {
        _working = [.. _working, Text(document)];
        if (Text(document) != "yes") return;
        Yes = true;
        transaction.Reconsider(null);
    }

    public void Flush(LogTransaction transaction)
    {
    }

    public object Mark() => _working;

    public void Restore(object mark) => _working = (List<string>)mark;

    public void Publish()
    {
        foreach (var text in _working) Published.Enqueue(text);
        _working = [];
    }

    public Func<StoredDocument, bool> RouteTo(LinkPeer peer, IReadOnlySet<NodeId> neighbours) => document => TravelOf(document.Content.Kind) == Travel.Network;

    private static string Text(StoredDocument document) => StringValue.Parser.ParseFrom(document.Content.Payload).Value;
}
