using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.Exchange.Tests.Nodes;
using Microsoft.Extensions.Logging.Abstractions;

namespace CollectiveImpact.Exchange.Tests.Stores;

/// <summary>The machine stops: nothing after this is done.</summary>
internal sealed class Crash : Exception;

/// <summary>A store whose process dies after so many statements of a group: from then on nothing reaches it any more.</summary>
internal sealed class CrashingStore(ILogStore store, int after) : ILogStore
{
    private int _left = int.MaxValue;

    public string Name => store.Name;

    /// <summary>Counts from here on.</summary>
    public void Arm() => _left = after;

    public ILogSession? TryOpen() => store.TryOpen() is { } session ? new Session(session, this) : null;

    public LogReader OpenReader() => store.OpenReader();

    public void Dispose() => store.Dispose();

    private void Step()
    {
        if (_left-- <= 0) throw new Crash();
    }

    private sealed class Session(ILogSession session, CrashingStore store) : ILogSession
    {
        public Statements Statements { get; } = new Counted(session.Statements, store);

        public TimeSpan? BeatEvery => null;

        public void Begin()
        {
            store.Step();
            session.Begin();
        }

        public void Commit()
        {
            store.Step();
            session.Commit();
        }

        // The process is dead, and cleans nothing up.
        public bool TryAbandon() => false;

        public bool TryBeat() => true;

        public void Dispose() => session.Dispose();
    }

    private sealed class Counted(Statements statements, CrashingStore store) : Statements
    {
        public override bool IsOpen => statements.IsOpen;

        public override int Execute(string sql, ReadOnlySpan<object?> values)
        {
            store.Step();
            return statements.Execute(sql, values);
        }

        public override Rows Query(string sql, ReadOnlySpan<object?> values)
        {
            store.Step();
            return statements.Query(sql, values);
        }

        public override void Run(string script) => statements.Run(script);

        public override void Dispose() => statements.Dispose();
    }
}

/// <summary>A log that is committed by hand, and then dies.</summary>
internal sealed class CrashingLog(CrashingStore store, NodeKey key)
{
    public DocumentLog Log { get; } = new(
        store, [], new TestRules(), key, new RandomIds(), null, TimeProvider.System, NullLogger<DocumentLog>.Instance);

    public bool TryOpen()
    {
        var opened = Log.TryOpen();
        store.Arm();
        return opened;
    }

    /// <summary>Runs what is queued until the crash comes or all of it is committed; then the connection is simply gone.</summary>
    public void CommitAndCrash()
    {
        Log.CommitGroup();
        Log.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
