using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Log.Stores;

namespace CollectiveImpact.Simulation.Stores;

/// <summary>A real store of one process, which can end at any step and whose disk can be full.</summary>
internal sealed class FaultyStore(ILogStore inner, StoreFaults faults) : ILogStore
{
    private readonly List<LogReader> _readers = [];
    private FaultySession? _session;

    public string Name => inner.Name;

    public ILogSession? TryOpen()
    {
        faults.Step();
        _session = inner.TryOpen() is { } session ? new FaultySession(session, faults) : null;
        return _session;
    }

    public LogReader OpenReader()
    {
        var reader = inner.OpenReader();
        _readers.Add(reader);
        return reader;
    }

    /// <summary>Has a change of the disk take effect.</summary>
    public void TellDisk() => _session?.TellDisk();

    /// <summary>Lets go of the files, as the end of a process does: nothing is committed.</summary>
    public void Dispose()
    {
        _readers.ForEach(reader => reader.Dispose());
        _session?.Dispose();
        inner.Dispose();
    }

    private sealed class FaultySession : ILogSession
    {
        private readonly ILogSession _inner;
        private readonly StoreFaults _faults;

        public FaultySession(ILogSession inner, StoreFaults faults)
        {
            (_inner, _faults) = (inner, faults);
            Statements = new FaultyStatements(inner.Statements, faults);
            TellDisk();
        }

        public Statements Statements { get; }

        public TimeSpan? BeatEvery => _inner.BeatEvery;

        public void Begin()
        {
            _faults.Step();
            _inner.Begin();
        }

        public void Commit()
        {
            _faults.Step();
            _inner.Commit();
            _faults.StepAfter();
        }

        public bool TryAbandon()
        {
            _faults.Step();
            return _inner.TryAbandon();
        }

        public bool TryBeat() => _inner.TryBeat();

        /// <summary>A limit below what there is holds the file at what there is: SQLite's own error says that it is full.</summary>
        public void TellDisk() => _inner.Statements.Run($"PRAGMA max_page_count = {(_faults.DiskIsFull ? 1 : 1_000_000)}");

        public void Dispose() => _inner.Dispose();
    }

    private sealed class FaultyStatements(Statements inner, StoreFaults faults) : Statements
    {
        public override bool IsOpen => inner.IsOpen;

        public override int Execute(string sql, ReadOnlySpan<object?> values)
        {
            faults.Step();
            return inner.Execute(sql, values);
        }

        public override Rows Query(string sql, ReadOnlySpan<object?> values)
        {
            faults.Step();
            return inner.Query(sql, values);
        }

        public override void Run(string script)
        {
            faults.Step();
            inner.Run(script);
        }

        public override void Dispose() => inner.Dispose();
    }
}
