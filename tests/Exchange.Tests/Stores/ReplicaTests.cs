using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.Exchange.Tests.Nodes;
using CollectiveImpact.Postgres.Testing;
using Npgsql;

namespace CollectiveImpact.Exchange.Tests.Stores;

/// <summary>Several replicas of a service over one database: one of them holds the log.</summary>
[Collection("PostgreSQL")]
public sealed class ReplicaTests(PostgresFixture postgres) : IAsyncLifetime
{
    private InDatabase _database = null!;

    public async Task InitializeAsync() => _database = new InDatabase(await postgres.CreateDatabaseAsync());

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task one_replica_holds_the_log_and_the_other_says_that_it_stands_by()
    {
        await using var first = _database.Start();
        await using var second = _database.Start();
        await first.SayAsync("a", "one");
        Assert.Contains("another replica", second.StandsBy, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LogElsewhereException>(() => second.SayAsync("b", "two"));
        Assert.Null(first.StandsBy);
    }

    [Fact]
    public async Task a_replica_takes_over_from_one_that_ends_and_knows_what_that_one_wrote()
    {
        var first = _database.Start();
        var rules = new TestRules();
        await using var second = _database.Start(rules);
        await first.SayAsync("a", "one");
        var id = first.Id;
        await first.DisposeAsync();
        await second.HoldAsync(Patience()).WaitAsync(Patience());
        Assert.Equal((id, 1), (second.Id, second.Head));
        Assert.Contains("one", rules.Published);
        Assert.Equal(2, (await second.SayAsync("b", "two")).Document.Sequence);
    }

    [Fact]
    public async Task a_replica_whose_session_is_cut_stops_writing_at_once_and_another_goes_on()
    {
        await using var first = _database.Start();
        var held = await first.HoldAsync(Patience());
        await using var second = _database.Start();
        await first.SayAsync("a", "one");
        await CutAsync();
        // Whoever gets it, one of the two holds it, and what is acknowledged stands.
        var next = await await Task.WhenAny(Holder(second), Holder(first, after: held)).WaitAsync(Patience());
        var (document, _) = await next.SayAsync("b", "two");
        Assert.Equal(2, document.Sequence);
        Assert.True(held.IsCancellationRequested || next == second);
        Assert.Equal(["a", "b"], next.Read(reader => reader.DocumentsAfter(0, 10)).Select(d => d.Content.Id));
    }

    [Fact]
    public async Task an_operation_that_was_cut_off_fails_and_is_not_half_there()
    {
        await using var log = _database.Start();
        await log.SayAsync("a", "one");
        await Assert.ThrowsAnyAsync<Exception>(() => log.WriteAsync(transaction =>
        {
            transaction.Say("b", "half");
            CutAsync().GetAwaiter().GetResult();
            return transaction.Say("c", "other half");
        }));
        await log.HoldAsync(Patience()).WaitAsync(Patience());
        Assert.Equal(["a"], log.Read(reader => reader.DocumentsAfter(0, 10)).Select(d => d.Content.Id));
        Assert.Equal(2, (await log.SayAsync("b", "again")).Document.Sequence);
    }

    [Fact]
    public async Task nodes_in_schemas_of_their_own_share_a_database()
    {
        await using (var connection = new NpgsqlConnection(_database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand("CREATE SCHEMA ontario; CREATE SCHEMA quebec", connection);
            await create.ExecuteNonQueryAsync();
        }

        using var ontarioKey = NodeKey.Create();
        using var quebecKey = NodeKey.Create();
        await using var ontario = TestLog.Open(new PostgresStore(_database.ConnectionString + ";Search Path=ontario"), ontarioKey);
        await using var quebec = TestLog.Open(new PostgresStore(_database.ConnectionString + ";Search Path=quebec"), quebecKey);
        await ontario.SayAsync("a", "one");
        await quebec.SayAsync("b", "two");
        Assert.Equal((1, 1), (ontario.Head, quebec.Head));
        Assert.Null(quebec.Find("a"));
    }

    private static CancellationToken Patience() => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    private static async Task<DocumentLog> Holder(DocumentLog log, CancellationToken after = default)
    {
        if (after.CanBeCanceled)
        {
            var ended = new TaskCompletionSource();
            await using var registered = after.Register(() => ended.TrySetResult());
            await ended.Task;
        }

        await log.HoldAsync(Patience());
        return log;
    }

    /// <summary>Ends every session with the database, as a restart of it does.</summary>
    private async Task CutAsync()
    {
        await using var connection = new NpgsqlConnection(postgres.Server.ConnectionString);
        await connection.OpenAsync();
        await using var cut = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", connection);
        cut.Parameters.Add(new NpgsqlParameter { Value = new NpgsqlConnectionStringBuilder(_database.ConnectionString).Database });
        await cut.ExecuteNonQueryAsync();
    }
}
