using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Running;

namespace CollectiveImpact.Simulation.Broken;

/// <summary>A store that says that a group is on disk, and puts it there a moment later.</summary>
internal sealed class AcknowledgesBeforeStoring : BrokenRule
{
    private readonly List<HastySession> _sessions = [];

    public override Func<ILogStore, ILogStore> Store(World world, SimulatedNode node) => store => new HastyStore(store, world, _sessions);

    public override void Look(World world) => _sessions.ForEach(session => session.PayWhereDue());

    private sealed class HastyStore(ILogStore inner, World world, List<HastySession> sessions) : ILogStore
    {
        public string Name => inner.Name;

        public ILogSession? TryOpen()
        {
            if (inner.TryOpen() is not { } session) return null;
            var hasty = new HastySession(session, world);
            sessions.Add(hasty);
            return hasty;
        }

        public LogReader OpenReader() => inner.OpenReader();

        public void Dispose() => inner.Dispose();
    }

    private sealed class HastySession(ILogSession inner, World world) : ILogSession
    {
        // Until then what was said to be stored is not, and is gone if the process ends.
        private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

        private long? _owedSince;

        public Statements Statements => inner.Statements;

        public TimeSpan? BeatEvery => inner.BeatEvery;

        public void Begin()
        {
            PayWhereDue();
            if (_owedSince is null) inner.Begin();
        }

        public void Commit()
        {
            if (world.IsBreaking) _owedSince ??= world.Clock.Now;
            else inner.Commit();
        }

        public bool TryAbandon()
        {
            _owedSince = null;
            return inner.TryAbandon();
        }

        public bool TryBeat() => inner.TryBeat();

        public void Dispose()
        {
            _owedSince = null;
            inner.Dispose();
        }

        public void PayWhereDue()
        {
            if (_owedSince is not { } since || world.Clock.Now - since <= Moment.Ticks) return;
            inner.Commit();
            _owedSince = null;
        }
    }
}
