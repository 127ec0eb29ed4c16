using Xunit;

namespace CollectiveImpact.Postgres.Testing;

/// <summary>
/// One server for the tests that share it, without durability; each test takes a database of its own. A test project
/// that wants it declares <c>[CollectionDefinition("PostgreSQL")] public sealed class OnPostgres : ICollectionFixture&lt;PostgresFixture&gt;;</c>
/// and marks its classes <c>[Collection("PostgreSQL")]</c>.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;

    /// <summary>The server that the tests share.</summary>
    public PostgresServer Server => _server ?? throw new InvalidOperationException("The server is started when the first test of the collection is.");

    /// <inheritdoc cref="PostgresServer.CreateDatabaseAsync(CancellationToken)"/>
    public Task<string> CreateDatabaseAsync() => Server.CreateDatabaseAsync();

    /// <inheritdoc/>
    public async Task InitializeAsync() => _server = await PostgresServer.StartAsync(Durability.None);

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
