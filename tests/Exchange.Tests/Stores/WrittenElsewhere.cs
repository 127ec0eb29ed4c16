using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Tests.Stores;

/// <summary>A child's log, and its documents as a link brings them.</summary>
internal sealed class WrittenElsewhere : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly DocumentLog _log;

    public WrittenElsewhere() => _log = TestLog.Open(_folder);

    public string LogId => _log.Id;

    public StoredLink Link(LogTransaction transaction) =>
        LinkTable.Add(transaction, new RandomIds().Next(), null, _log.Node, "elsewhere", Level.Local, HostingScope.Any);

    public LinkPeer Peer(StoredLink link) => link.Show(Level.Local);

    public async Task<ReceivedDocument> SayAsync(string id, string text)
    {
        var written = (await _log.SayAsync(id, text)).Document.Sequence;
        var document = _log.Read(reader => reader.DocumentsAfter(written - 1, 1)).Single();
        var key = _log.Read(reader => WriterKeys.Find(reader, document.Proof!.Key))!;
        return new ReceivedDocument(document, key, null);
    }

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        _folder.Dispose();
    }
}
