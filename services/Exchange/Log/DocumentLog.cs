using System.Threading.Channels;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Exchange.Log;

/// <summary>
/// A node's documents, in the order in which they came to stand there. Every write goes through one thread, which runs
/// what has queued up and commits it as a group: when the task of a write ends, it is on disk.
/// </summary>
public sealed partial class DocumentLog : IAsyncDisposable
{
    /// <summary>Operations that share a commit. They share its fate too, so it is bounded.</summary>
    private const int LargestGroup = 128;

    private readonly Channel<Operation> _queue = Channel.CreateBounded<Operation>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly LogDatabase _database;
    private readonly LogState _state;
    private readonly IDocumentRules _rules;
    private readonly NodeKey _key;
    private readonly TimeProvider _time;
    private readonly ILogger<DocumentLog> _logger;
    private readonly Thread _writer;

    /// <summary>Opens the log in a folder, or makes it there.</summary>
    /// <param name="folder">The node's data folder; it exists.</param>
    /// <param name="schemas">Tables that others keep beside the log.</param>
    /// <param name="rules">What documents mean. It is told what stands when the log starts.</param>
    /// <param name="key">The key that signs what is written here.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where it says what went wrong.</param>
    /// <exception cref="InvalidDataException">The database is of a later release.</exception>
    public DocumentLog(
        string folder,
        IEnumerable<Schema> schemas,
        IDocumentRules rules,
        NodeKey key,
        TimeProvider time,
        ILogger<DocumentLog> logger)
    {
        (_rules, _key, _time, _logger) = (rules, key, time, logger);
        _database = new LogDatabase(Path.Combine(folder, "node.db"), [Schema.Log, .. schemas]);
        _state = _database.ReadState();
        Tail = new DocumentTail(_state.Head);
        Id = _state.Id;
        _writer = new Thread(Run) { IsBackground = true, Name = "document log" };
    }

    /// <summary>The log's random id: new on create, on restore, and where a rollback is detected.</summary>
    public string Id { get; private set; }

    /// <summary>The last sequence number that is on disk.</summary>
    public long Head => Tail.Head;

    /// <summary>The node whose log it is.</summary>
    public NodeId Node => _key.Node;

    internal DocumentTail Tail { get; }

    /// <summary>Lets the rules read all that stands, and starts taking writes.</summary>
    public void Start()
    {
        foreach (var document in Read(reader => reader.DocumentsOf(_rules.Recalled))) _rules.Recall(document);
        _rules.Publish();
        _writer.Start();
    }

    /// <summary>Runs an operation. When the task ends, what it wrote is on disk; when it fails, nothing is.</summary>
    public async Task<T> WriteAsync<T>(Func<LogTransaction, T> operation, CancellationToken cancellationToken = default)
    {
        var queued = new Operation<T>(operation, cancellationToken);
        await _queue.Writer.WriteAsync(queued, cancellationToken);
        return await queued.Task;
    }

    /// <summary>Reads the node's database as of the last commit. The reader's rows end with it.</summary>
    public T Read<T>(Func<LogReader, T> read)
    {
        var reader = _database.Rent();
        try
        {
            return read(reader);
        }
        finally
        {
            _database.Return(reader);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_writer.IsAlive) await Task.Run(_writer.Join);
        _database.Dispose();
    }

    private LogTransaction Begin() => new(_database.Writer, _state, _rules, _key, _time);

    private void Run()
    {
        List<Operation> group = [];
        // The store's calls block, so the wait for the next operation may as well.
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var before = (Rules: _rules.Mark(), _state.Head, _state.Id, _state.Holds);
            List<StoredDocument> stored = [];
            try
            {
                _database.Writer.Execute("BEGIN IMMEDIATE", []);
                while (group.Count < LargestGroup && _queue.Reader.TryRead(out var operation))
                {
                    group.Add(operation);
                    RunOne(operation, stored);
                }

                _database.Writer.Execute("COMMIT", []);
            }
            catch (Exception exception)
            {
                // A full disk, a broken file: none of the group stands, and each of its callers is told.
                Log.CommitFailed(_logger, exception, group.Count);
                (_state.Head, _state.Id, _state.Holds) = (before.Head, before.Id, before.Holds);
                _rules.Restore(before.Rules);
                _database.Abandon(_state);
                group.ForEach(operation => operation.Fail(exception));
                group.Clear();
                continue;
            }

            Id = _state.Id;
            _rules.Publish();
            Tail.Append(stored, _state.Head);
            group.ForEach(operation => operation.Finish());
            group.Clear();
        }
    }

    private void RunOne(Operation operation, List<StoredDocument> stored)
    {
        if (operation.IsCancelled) return;
        var before = (Rules: _rules.Mark(), _state.Head, _state.Id, _state.Holds);
        _database.Writer.Execute("SAVEPOINT operation", []);
        var transaction = Begin();
        try
        {
            operation.Run(transaction);
            transaction.Complete();
        }
        catch (Exception exception)
        {
            // Its caller gets the exception; the others of the group are none of its business.
            (_state.Head, _state.Id, _state.Holds) = (before.Head, before.Id, before.Holds);
            _rules.Restore(before.Rules);
            _database.Writer.Execute("ROLLBACK TO operation", []);
            _database.Writer.Execute("RELEASE operation", []);
            _database.ReadKeys(_state);
            operation.Fail(exception);
            return;
        }

        _database.Writer.Execute("RELEASE operation", []);
        stored.AddRange(transaction.Stored.OrderBy(document => document.Sequence));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The log could not be written; {Count} operations failed and nothing of them stands")]
        public static partial void CommitFailed(ILogger logger, Exception exception, int count);
    }
}
