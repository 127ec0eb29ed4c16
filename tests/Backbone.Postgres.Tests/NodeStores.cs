using System.Globalization;
using CollectiveImpact.Postgres.Testing;
using Npgsql;

namespace CollectiveImpact.Backbone.Tests.Network;

/// <summary>
/// Where the nodes of a class of tests keep their logs: in a database of PostgreSQL that is the class's alone, each node in
/// a schema of its own.
/// </summary>
public sealed class NodeStores : IAsyncLifetime
{
    /// <summary>
    /// A language whose order is not that of bytes, and in which the `.` and `-` of ids count for nothing: what is not
    /// compared byte by byte, as SQLite does, comes out in another order.
    /// </summary>
    private const string Language = "en-CA-u-ka-shifted";

    // One for all classes: starting it takes as long as a handful of tests. It ends with this process.
    private static readonly Lazy<Task<PostgresServer>> Server = new(() => PostgresServer.StartAsync(Durability.None));

    private string _database = "";
    private int _nodes;

    /// <summary>A place for one node's log, as the setting <c>Nest:Store</c> says it.</summary>
    public async Task<string> CreateAsync()
    {
        var schema = string.Create(CultureInfo.InvariantCulture, $"node_{Interlocked.Increment(ref _nodes)}");
        await using var source = NpgsqlDataSource.Create(_database);
        await using var create = source.CreateCommand($"CREATE SCHEMA {schema}");
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_database) { SearchPath = schema }.ConnectionString;
    }

    public async Task InitializeAsync() => _database = await (await Server.Value).CreateDatabaseAsync(Language);

    public Task DisposeAsync() => Task.CompletedTask;
}
