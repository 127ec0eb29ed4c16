using System.Data.Common;
using System.Threading.Channels;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log.Stores;

namespace CollectiveImpact.Exchange.Log;

/// <summary>
/// The time during which this process holds the log: it runs what is queued, in groups that share a commit. When the
/// store is lost to it, the term ends, and what is known of the log is forgotten with it.
/// </summary>
internal sealed class LogTerm : IDisposable
{
    /// <summary>Operations that share a commit. They share its fate too, so it is bounded.</summary>
    private const int LargestGroup = 128;

    private readonly CancellationTokenSource _end = new();
    private readonly ILogSession _session;
    private readonly LogState _state;
    private readonly IDocumentRules _rules;
    private readonly NodeKey _key;
    private readonly RandomIds _ids;
    private readonly TimeProvider _time;

    public LogTerm(ILogSession session, IDocumentRules rules, NodeKey key, RandomIds ids, TimeProvider time)
    {
        (_session, _rules, _key, _ids, _time) = (session, rules, key, ids, time);
        _state = LogState.Read(session.Statements, key);
        Tail = new DocumentTail(_state.Head);
        End = _end.Token;
    }

    public string Id => _state.Id;

    public DocumentTail Tail { get; }

    /// <summary>Cancelled when the term ends.</summary>
    public CancellationToken End { get; }

    /// <summary>Whether the store failed an operation of the last group, which is no fault of its caller's.</summary>
    public bool StoreFailed { get; private set; }

    public TimeSpan? BeatEvery => _session.BeatEvery;

    /// <summary>Makes sure that the log is still held.</summary>
    public bool TryBeat() => _session.TryBeat();

    /// <summary>Takes operations from the queue, and commits them as a group.</summary>
    /// <returns>The operations, to be told of what became of them, and the exception if none of them stands.</returns>
    public (List<Operation> Group, Exception? Failure) Commit(ChannelReader<Operation> queue)
    {
        var before = (Rules: _rules.Mark(), State: _state.Mark());
        List<Operation> group = [];
        List<StoredDocument> stored = [];
        var unsigned = new UnsignedDocuments();
        StoreFailed = false;
        try
        {
            _session.Begin();
            while (group.Count < LargestGroup && queue.TryRead(out var operation))
            {
                group.Add(operation);
                Run(operation, unsigned, stored);
            }

            stored.AddRange(Sign(unsigned));

            _session.Commit();
        }
        catch (Exception exception)
        {
            // It did not even begin: whoever is first is told, or the store would be asked for ever.
            if (group.Count == 0 && queue.TryRead(out var first)) group.Add(first);
            _state.Restore(before.State);
            _rules.Restore(before.Rules);
            if (!TryAbandon()) _end.Cancel();
            return (group, exception);
        }

        if (_state.Signer != _key.Current) _key.Adopt(_state.Signer);
        _rules.Publish();
        Tail.Append(stored.OrderBy(document => document.Sequence), _state.Head);
        return (group, null);
    }

    public void Dispose()
    {
        _end.Cancel();
        _session.Dispose();
        _end.Dispose();
    }

    private bool TryAbandon()
    {
        try
        {
            if (!_session.TryAbandon()) return false;
            _state.Keys.Reread(_session.Statements);
            return true;
        }
        catch (DbException)
        {
            // Not even that works: the session is given up, and the log opened anew.
            return false;
        }
    }

    private void Run(Operation operation, UnsignedDocuments unsigned, List<StoredDocument> stored)
    {
        if (operation.IsCancelled) return;
        var before = (Rules: _rules.Mark(), State: _state.Mark(), Unsigned: unsigned.Mark());
        var statements = _session.Statements;
        statements.Execute("SAVEPOINT operation", []);
        var transaction = new LogTransaction(statements, _state, unsigned, _rules, _ids, _time);
        try
        {
            operation.Run(transaction);
            transaction.Complete();
        }
        catch (Exception exception)
        {
            // Its caller gets the exception; the others of the group are none of its business.
            unsigned.Restore(before.Unsigned);
            StoreFailed |= exception is DbException;
            _state.Restore(before.State);
            _rules.Restore(before.Rules);
            statements.Execute("ROLLBACK TO SAVEPOINT operation", []);
            statements.Execute("RELEASE SAVEPOINT operation", []);
            _state.Keys.Reread(statements);
            operation.Fail(exception);
            return;
        }

        statements.Execute("RELEASE SAVEPOINT operation", []);
        stored.AddRange(transaction.Stored);
    }

    private List<StoredDocument> Sign(UnsignedDocuments unsigned)
    {
        var (documents, signer, statements) = (unsigned.All.ToList(), _state.Signer, _session.Statements);
        if (documents.Count == 0) return [];
        _state.Keys.Add(statements, signer.Node, new WriterKey(signer.Fingerprint, signer.PublicKey, signer.Successions));
        var proofs = new BatchSigner(signer).Sign(documents.Select(document => document.Bytes));
        List<StoredDocument> signed = [.. documents.Zip(proofs, (document, proof) => document with { Proof = proof })];
        foreach (var document in signed) DocumentRows.Insert(statements, document);
        return signed;
    }
}
