using CollectiveImpact.Postgres.Testing;

namespace CollectiveImpact.Backbone.Tests.Network;

/// <summary>Where the nodes of a class of tests keep their logs: in databases of a PostgreSQL server that is theirs alone.</summary>
public sealed class NodeStores : IAsyncLifetime
{
    /// <summary>
    /// A language whose order is not that of bytes, and in which the `.` and `-` of ids count for nothing: what is not
    /// compared byte by byte, as SQLite does, comes out in another order.
    /// </summary>
    private const string Language = "en-CA-u-ka-shifted";

    private readonly PostgresFixture _postgres = new();

    /// <summary>A place for one node's log, as the setting <c>Nest:Store</c> says it.</summary>
    public Task<string> CreateAsync() => _postgres.Server.CreateDatabaseAsync(Language);

    public Task InitializeAsync() => _postgres.InitializeAsync();

    public Task DisposeAsync() => _postgres.DisposeAsync();
}
