using System.Globalization;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.Postgres.Testing;
using Npgsql;
using NpgsqlTypes;

namespace CollectiveImpact.Benchmarks.RollUp;

/// <summary>The same nest in a PostgreSQL database, and fresh copies of it.</summary>
internal sealed class SqlNest(PostgresServer server, string name)
{
    private int _copies;

    /// <summary>Makes the database, with a history in it.</summary>
    /// <param name="server">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="refreshes">Whether the totals are a view, and not kept by a trigger.</param>
    /// <param name="locals">How many locals it has.</param>
    /// <param name="history">What they have reported before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SqlNest> CreateAsync(
        PostgresServer server, string name, bool refreshes, int locals, SampleReport[] history, CancellationToken cancellationToken)
    {
        await ExecuteAsync(server.ConnectionString, $"CREATE DATABASE {name}", cancellationToken);
        var database = Database(server, name);
        await ExecuteAsync(database, Resource.Text("rollup.sql") + Resource.Text(refreshes ? "view.sql" : "trigger.sql"), cancellationToken);
        await using (var source = NpgsqlDataSource.Create(database))
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        {
            await using (var ancestors = await connection.BeginBinaryImportAsync("COPY ancestors FROM STDIN (FORMAT binary)", cancellationToken))
            {
                foreach (var local in Enumerable.Range(0, locals).Select(RunningNest.Local))
                {
                    foreach (var (ancestor, height) in (ReadOnlySpan<(string, int)>)[(local, 0), (Registration.Province, 1), (Registration.Nation, 2)])
                        ancestors.WriteRow(local, ancestor, height);
                }

                await ancestors.CompleteAsync(cancellationToken);
            }

            await CopyAsync(connection, history, cancellationToken);
        }

        if (refreshes) await ExecuteAsync(database, "REFRESH MATERIALIZED VIEW totals", cancellationToken);
        // As it would have been done in the time that such a history takes.
        await ExecuteAsync(database, "VACUUM ANALYZE", cancellationToken);
        return new SqlNest(server, name);
    }

    /// <summary>A copy of it, as a round finds it.</summary>
    public async Task<SqlCopy> CopyAsync(CancellationToken cancellationToken)
    {
        var copy = string.Create(CultureInfo.InvariantCulture, $"{name}_{++_copies}");
        await ExecuteAsync(server.ConnectionString, $"CREATE DATABASE {copy} TEMPLATE {name}", cancellationToken);
        // What making it has left to write is no part of the round.
        await ExecuteAsync(server.ConnectionString, "CHECKPOINT", cancellationToken);
        return new SqlCopy(Database(server, copy), () => ExecuteAsync(server.ConnectionString, $"DROP DATABASE {copy} WITH (FORCE)", CancellationToken.None));
    }

    /// <summary>Writes reports in one statement.</summary>
    public static async Task CopyAsync(NpgsqlConnection connection, SampleReport[] reports, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY reports (initiative, indicator, period, reporter, cell, value) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var report in reports)
        {
            Write(report, "", report.Total);
            Write(report, SampleReport.OwnerCell, report.Owner);
            Write(report, SampleReport.RenterCell, report.Renter);
        }

        await copy.CompleteAsync(cancellationToken);

        void Write(SampleReport report, string cell, decimal value)
        {
            copy.StartRow();
            foreach (var text in (ReadOnlySpan<string>)[report.Initiative, Registration.Indicator, report.Period, report.Initiative, cell])
                copy.Write(text, NpgsqlDbType.Text);
            copy.Write(value, NpgsqlDbType.Numeric);
        }
    }

    private static string Database(PostgresServer server, string name) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, MaxPoolSize = 200 }.ConnectionString;

    private static async Task ExecuteAsync(string database, string statement, CancellationToken cancellationToken)
    {
        // No pool: a database is copied only while nobody is connected to it.
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = false });
        await using var command = source.CreateCommand(statement);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A database that is gone when the round is.</summary>
internal sealed record SqlCopy(string ConnectionString, Func<Task> Drop) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await Drop();
}
