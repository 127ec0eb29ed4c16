using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.Postgres.Testing;

namespace CollectiveImpact.Exchange.Tests.Stores;

[Collection("PostgreSQL")]
public sealed class PostgresLogTests(PostgresFixture postgres) : LogCompliance
{
    private protected override async Task<IStoreUnderTest> CreateAsync() => new InDatabase(await postgres.CreateDatabaseAsync());
}

/// <summary>The tests that share one server.</summary>
[CollectionDefinition("PostgreSQL")]
public sealed class OnPostgres : ICollectionFixture<PostgresFixture>;

/// <summary>A log in a database of its own.</summary>
internal sealed class InDatabase(string connectionString) : IStoreUnderTest
{
    public string ConnectionString => connectionString;

    public NodeKey Key { get; } = NodeKey.Create();

    public ILogStore Open() => new PostgresStore(connectionString);

    public ValueTask DisposeAsync()
    {
        Key.Dispose();
        return ValueTask.CompletedTask;
    }
}
