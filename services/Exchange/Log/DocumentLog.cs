using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using CollectiveImpact.Exchange.Backups;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.Exchange.Telemetry;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Log;

/// <summary>
/// A node's documents, in the order in which they came to stand there. Every write goes through one thread, which runs
/// what has queued up and commits it as a group: when the task of a write ends, it is on disk. Where replicas share a
/// store, one of them holds the log at a time; the others stand by.
/// </summary>
public sealed partial class DocumentLog : IAsyncDisposable
{
    /// <summary>How often a replica that stands by looks whether the log is free.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Operation> _queue = Channel.CreateBounded<Operation>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly CancellationTokenSource _closing = new();
    private readonly ILogStore _store;
    private readonly ReaderPool _readers;
    private readonly IReadOnlyList<Schema> _schemas;
    private readonly IDocumentRules _rules;
    private readonly NodeKey _key;
    private readonly RandomIds _ids;
    private readonly PendingRestore? _restore;
    private readonly TimeProvider _time;
    private readonly ILogger<DocumentLog> _logger;
    private readonly Thread _writer;
    private TaskCompletionSource<CancellationToken> _held = New();
    private LogTerm? _term;
    private string _standsBy = "the log is not open yet";
    private volatile bool _failing;

    /// <summary>A log in a store; it is opened by <see cref="Start"/>.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="schemas">Tables that others keep beside the log.</param>
    /// <param name="rules">What documents mean. It is told what stands when the log opens.</param>
    /// <param name="key">The key that signs what is written here.</param>
    /// <param name="ids">Where new ids come from.</param>
    /// <param name="restore">A backup that an operator may have put there to be taken up.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where it says what went wrong.</param>
    internal DocumentLog(
        ILogStore store,
        IEnumerable<Schema> schemas,
        IDocumentRules rules,
        NodeKey key,
        RandomIds ids,
        PendingRestore? restore,
        TimeProvider time,
        ILogger<DocumentLog> logger)
    {
        (_store, _rules, _key, _ids, _restore, _time, _logger) = (store, rules, key, ids, restore, time, logger);
        _schemas = [Schema.Log, .. schemas];
        _readers = new ReaderPool(store);
        _writer = new Thread(Run) { IsBackground = true, Name = "document log" };
    }

    /// <summary>The log's random id: new on create, on restore, and where a rollback is detected. Empty while it stands by.</summary>
    public string Id => Volatile.Read(ref _term)?.Id ?? "";

    /// <summary>The last sequence number that is on disk.</summary>
    public long Head => Volatile.Read(ref _term)?.Tail.Head ?? 0;

    /// <summary>The node whose log it is.</summary>
    public NodeId Node => _key.Node;

    /// <summary>What keeps it: `SQLite` or `PostgreSQL`.</summary>
    public string Store => _store.Name;

    /// <summary>Where what the log does is measured; null where nobody does.</summary>
    internal ExchangeTelemetry? Telemetry { get; init; }

    /// <summary>Why this process does not hold the log; null while it does.</summary>
    public string? StandsBy => Volatile.Read(ref _term) is null ? Volatile.Read(ref _standsBy) : null;

    /// <summary>Whether it takes writes, as of the last that it took.</summary>
    public LogCondition Condition =>
        StandsBy is not null ? LogCondition.StandingBy : _failing ? LogCondition.Failing : LogCondition.Writable;

    internal DocumentTail Tail => (Volatile.Read(ref _term) ?? throw new LogElsewhereException(_standsBy)).Tail;

    /// <summary>Opens the log, or stands by until it is free; and starts taking writes.</summary>
    /// <exception cref="InvalidDataException">The tables are of a later release, or the log is another node's.</exception>
    public void Start()
    {
        try
        {
            TryOpen();
        }
        catch (DbException exception) when (_store is PostgresStore)
        {
            StandBy($"the database does not answer: {exception.Message}");
        }

        _writer.Start();
    }

    /// <summary>Waits until this process holds the log.</summary>
    /// <returns>What is cancelled when it no longer does.</returns>
    public Task<CancellationToken> HoldAsync(CancellationToken cancellationToken) => Volatile.Read(ref _held).Task.WaitAsync(cancellationToken);

    /// <summary>Runs an operation. When the task ends, what it wrote is on disk; when it fails, nothing is.</summary>
    /// <exception cref="LogElsewhereException">This process does not hold the log.</exception>
    public async Task<T> WriteAsync<T>(Func<LogTransaction, T> operation, CancellationToken cancellationToken = default)
    {
        if (StandsBy is { } reason) throw new LogElsewhereException(reason);
        var queued = new Operation<T>(operation, cancellationToken);
        await _queue.Writer.WriteAsync(queued, cancellationToken);
        return await queued.Task;
    }

    /// <summary>
    /// Writes something that has no meaning, and so brings <see cref="Condition"/> up to date: a log that nobody writes to
    /// because it failed would never be known to have recovered.
    /// </summary>
    /// <exception cref="DbException">The store fails still.</exception>
    public Task TryAsync(CancellationToken cancellationToken) => WriteAsync(OperatorSchema.Try, cancellationToken);

    /// <summary>
    /// Reads the node's database as of the last commit, however long it takes and whatever is committed meanwhile. The reader's
    /// rows end with it.
    /// </summary>
    public T Read<T>(Func<LogReader, T> read) => _readers.Read(read);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _closing.CancelAsync();
        if (_writer.IsAlive) await Task.Run(_writer.Join);
        _term?.Dispose();
        _readers.Dispose();
        _store.Dispose();
        _closing.Dispose();
    }

    /// <summary>Opens the log if it is free, and lets the rules read all that stands.</summary>
    internal bool TryOpen()
    {
        if (_store.TryOpen() is not { } session)
        {
            StandBy("another replica of the service holds the log; this one stands by");
            return false;
        }

        LogTerm term;
        try
        {
            _restore?.Take(session, _schemas, _ids, _time);
            Schema.Bring(session, _schemas);
            term = new LogTerm(session, _rules, _key, _ids, _time);
        }
        catch
        {
            session.Dispose();
            throw;
        }

        _rules.Forget();
        foreach (var document in Read(reader => reader.DocumentsOf(_rules.Recalled))) _rules.Recall(document);
        _rules.Publish();
        // Before anybody else writes: a new log gets its id, and what an earlier release refused is looked at again.
        var begin = new Operation<bool>(transaction => transaction.BeginTerm(), CancellationToken.None);
        var queue = Channel.CreateUnbounded<Operation>();
        queue.Writer.TryWrite(begin);
        if (term.Commit(queue.Reader).Failure is { } failure)
        {
            term.Dispose();
            throw new IOException("the log could not be written", failure);
        }

        _restore?.Done();
        Volatile.Write(ref _term, term);
        Volatile.Read(ref _held).TrySetResult(term.End);
        return true;
    }

    /// <summary>Commits what has queued up, if anything has.</summary>
    internal void CommitGroup()
    {
        if (_term is not { } term) return;
        var began = Stopwatch.GetTimestamp();
        var (group, failure) = term.Commit(_queue.Reader);
        Telemetry?.Committed(began, group, failure);
        _failing = failure is not null || term.StoreFailed;
        if (failure is null)
        {
            group.ForEach(operation => operation.Finish());
            return;
        }

        // A full disk, a broken file: none of the group stands, and each of its callers is told.
        Log.CommitFailed(_logger, failure, group.Count);
        if (term.End.IsCancellationRequested) Lose(failure.Message);
        group.ForEach(operation => operation.Fail(failure));
    }

    /// <summary>Whether operations wait to be committed.</summary>
    internal bool HasQueued => _queue.Reader.Count > 0;

    private void Run()
    {
        while (!_closing.IsCancellationRequested)
        {
            if (_term is null) AwaitTurn();
            else if (AwaitWork(_term)) CommitGroup();
        }

        // What was taken before the end is not left without an answer.
        while (HasQueued && _term is not null) CommitGroup();
        FailQueued();
    }

    private void AwaitTurn()
    {
        FailQueued();
        try
        {
            if (TryOpen())
            {
                Log.TookOver(_logger);
                return;
            }
        }
        catch (Exception exception) when (exception is DbException or IOException or InvalidDataException)
        {
            StandBy($"the log can't be opened: {exception.Message}");
            Log.CannotOpen(_logger, exception.Message);
        }

        _closing.Token.WaitHandle.WaitOne(Turn);
    }

    private bool AwaitWork(LogTerm term)
    {
        // The store's calls block, so the wait for the next operation may as well.
        var work = _queue.Reader.WaitToReadAsync(_closing.Token).AsTask();
        while (!Task.WaitAny([work], term.BeatEvery ?? Timeout.InfiniteTimeSpan).Equals(0))
        {
            if (term.TryBeat()) continue;
            Lose("the database ended the session");
            return false;
        }

        return work.IsCompletedSuccessfully && work.Result;
    }

    private void Lose(string reason)
    {
        Log.Lost(_logger, reason);
        StandBy($"the log was lost: {reason}");
        var term = _term;
        Volatile.Write(ref _held, New());
        Volatile.Write(ref _term, null);
        term?.Dispose();
    }

    private void StandBy(string reason) => Volatile.Write(ref _standsBy, reason);

    private void FailQueued()
    {
        while (_queue.Reader.TryRead(out var operation)) operation.Fail(new LogElsewhereException(_standsBy));
    }

    private static TaskCompletionSource<CancellationToken> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The log could not be written; {Count} operations failed and nothing of them stands")]
        public static partial void CommitFailed(ILogger logger, Exception exception, int count);

        [LoggerMessage(2, LogLevel.Information, "This replica holds the log now")]
        public static partial void TookOver(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning, "This replica no longer holds the log: {Reason}")]
        public static partial void Lost(ILogger logger, string reason);

        [LoggerMessage(4, LogLevel.Warning, "The log can't be opened: {Reason}")]
        public static partial void CannotOpen(ILogger logger, string reason);
    }
}
