using CollectiveImpact.Postgres.Testing;
using Npgsql;

namespace CollectiveImpact.Postgres.Tests;

[Collection("PostgreSQL")]
public sealed class DatabaseTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Each_database_is_empty()
    {
        await RunAsync(await postgres.CreateDatabaseAsync(), "CREATE TABLE reports (figure numeric)");
        var other = await postgres.CreateDatabaseAsync();

        Assert.Equal(0L, await RunAsync(other, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task Text_is_UTF8_and_letters_beyond_ASCII_are_letters()
    {
        var database = await postgres.CreateDatabaseAsync();

        Assert.Equal("UTF8", await RunAsync(database, "SHOW server_encoding"));
        Assert.Equal("MONTRÉAL", await RunAsync(database, "SELECT upper('Montréal')"));
    }

    [Fact]
    public async Task Databases_can_be_made_at_once()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => postgres.CreateDatabaseAsync()));

        Assert.Equal(4, databases.Distinct().Count());
    }

    internal static async Task<object?> RunAsync(string database, string statement)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(statement);
        return await command.ExecuteScalarAsync();
    }
}
