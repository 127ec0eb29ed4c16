using System.Diagnostics;
using CollectiveImpact.Postgres.Testing;
using Npgsql;

namespace CollectiveImpact.Postgres.Tests;

public sealed class ServerTests
{
    [Fact]
    public async Task A_server_is_gone_when_it_is_disposed()
    {
        var server = await PostgresServer.StartAsync(Durability.None);
        Assert.Equal("off", await DatabaseTests.RunAsync(server.ConnectionString, "SHOW fsync"));
        await server.DisposeAsync();

        Assert.False(Directory.Exists(server.Folder));
        await Assert.ThrowsAsync<NpgsqlException>(() => DatabaseTests.RunAsync(server.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task A_server_keeps_its_commits_where_that_is_asked_and_takes_settings()
    {
        await using var server = await PostgresServer.StartAsync(Durability.Full, new Dictionary<string, string> { ["wal_level"] = "logical" });

        Assert.Equal("on", await DatabaseTests.RunAsync(server.ConnectionString, "SHOW fsync"));
        Assert.Equal("on", await DatabaseTests.RunAsync(server.ConnectionString, "SHOW synchronous_commit"));
        Assert.Equal("logical", await DatabaseTests.RunAsync(server.ConnectionString, "SHOW wal_level"));
    }

    [Fact]
    public async Task A_server_asks_for_its_password()
    {
        await using var server = await PostgresServer.StartAsync(Durability.None);
        var guess = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "postgres" }.ConnectionString;

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => DatabaseTests.RunAsync(guess, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task What_keeps_a_server_from_starting_is_said()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => PostgresServer.StartAsync(Durability.None, new Dictionary<string, string> { ["wal_level"] = "none" }));

        Assert.Contains("invalid value for parameter \"wal_level\"", failure.Message);
    }

    [Fact]
    public async Task A_server_is_gone_when_the_process_that_started_it_is_killed()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(ServerTests).Assembly.Location]) { RedirectStandardOutput = true };
        using var holder = Process.Start(start)!;
        var id = int.Parse((await holder.StandardOutput.ReadLineAsync())!);
        var folder = (await holder.StandardOutput.ReadLineAsync())!;
        var connection = (await holder.StandardOutput.ReadLineAsync())!;
        Assert.Equal(1, await DatabaseTests.RunAsync(connection, "SELECT 1"));
        using var server = Process.GetProcessById(id);
        holder.Kill();
        await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.False(Directory.Exists(folder));
        await Assert.ThrowsAsync<NpgsqlException>(() => DatabaseTests.RunAsync(connection, "SELECT 1"));
    }
}
