using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.Exchange.Tests.Nodes;

namespace CollectiveImpact.Exchange.Tests.Stores;

public sealed class SqliteLogTests : LogCompliance
{
    private protected override Task<IStoreUnderTest> CreateAsync() => Task.FromResult<IStoreUnderTest>(new InFolder());

    private sealed class InFolder : IStoreUnderTest
    {
        private readonly TestFolder _folder = new();

        public NodeKey Key { get; } = NodeKey.Create();

        public ILogStore Open() => new SqliteStore(Path.Combine(_folder.Path, "node.db"));

        public ValueTask DisposeAsync()
        {
            Key.Dispose();
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
