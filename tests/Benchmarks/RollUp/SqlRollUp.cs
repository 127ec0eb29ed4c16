using System.Diagnostics;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.Postgres.Testing;
using Npgsql;
using NpgsqlTypes;

namespace CollectiveImpact.Benchmarks.RollUp;

/// <summary>PostgreSQL: reports are inserted, and the database keeps the totals.</summary>
/// <param name="server">The server.</param>
/// <param name="nest">The database of which each round takes a copy.</param>
/// <param name="refreshes">Whether the totals are a view to refresh, and not kept by a trigger.</param>
/// <param name="sending">How reports are sent, by a connection a caller.</param>
internal sealed class SqlRollUp(PostgresServer server, SqlNest nest, bool refreshes, Sending sending) : IRollUp
{
    private const string Insert =
        """
        INSERT INTO reports (initiative, indicator, period, reporter, cell, value)
        VALUES ($1, $2, $3, $1, '', $4), ($1, $2, $3, $1, $5, $6), ($1, $2, $3, $1, $7, $8)
        """;

    public string Name => $"PostgreSQL: {(sending.Batch == 1 ? "INSERT" : "COPY")}, {(refreshes ? "view refreshed" : "trigger")}";

    public async Task<Outcome> RunAsync(SampleReport[] reports, CancellationToken cancellationToken)
    {
        await using var copy = await nest.CopyAsync(cancellationToken);
        await using var source = NpgsqlDataSource.Create(copy.ConnectionString);
        var before = await CountAsync(source, cancellationToken);
        var connections = await Task.WhenAll(Enumerable.Range(0, sending.Callers).Select(_ => source.OpenConnectionAsync(cancellationToken).AsTask()));
        var inserts = await Task.WhenAll(connections.Select(connection => PrepareAsync(connection, cancellationToken)));

        var processor = ProcessorTime.Of(server.ProcessId);
        var begun = Stopwatch.GetTimestamp();
        using var allSent = new CancellationTokenSource();
        var refreshing = refreshes ? RefreshAsync(source, allSent.Token, cancellationToken) : Task.FromResult<List<(long Begun, long Ended)>>([]);
        var (sent, answered) = await sending.RunAsync(reports, SendAsync, cancellationToken);
        await allSent.CancelAsync();
        var refreshed = await refreshing;
        var visible = refreshes ? [.. answered.Select(at => refreshed.First(refresh => refresh.Begun >= at).Ended)] : answered;
        var used = ProcessorTime.Of(server.ProcessId) - processor;
        var after = await CountAsync(source, cancellationToken);
        if (after != before + reports.Length) throw new InvalidOperationException($"{after - before} of {reports.Length} reports were rolled up");
        foreach (var connection in connections) await connection.DisposeAsync();
        return new Outcome(
            reports.Length,
            Stopwatch.GetElapsedTime(begun, visible.Max()).TotalSeconds,
            new Samples(visible.Zip(sent, (at, from) => Stopwatch.GetElapsedTime(from, at).TotalMilliseconds)),
            used);

        Task SendAsync(int caller, SampleReport[] some, CancellationToken cancel) =>
            sending.Batch == 1 ? InsertAsync(inserts[caller], some[0], cancel) : SqlNest.CopyAsync(connections[caller], some, cancel);
    }

    private static async Task<NpgsqlCommand> PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(Insert, connection);
        foreach (var type in (NpgsqlDbType[])[NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Numeric, NpgsqlDbType.Text, NpgsqlDbType.Numeric, NpgsqlDbType.Text, NpgsqlDbType.Numeric])
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        await command.PrepareAsync(cancellationToken);
        return command;
    }

    private static Task InsertAsync(NpgsqlCommand insert, SampleReport report, CancellationToken cancellationToken)
    {
        object[] values = [report.Initiative, Registration.Indicator, report.Period, report.Total, SampleReport.OwnerCell, report.Owner, SampleReport.RenterCell, report.Renter];
        for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
        return insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Refreshes as often as it can, and once more after the last report: what was committed before a refresh began is in it.</summary>
    private static async Task<List<(long Begun, long Ended)>> RefreshAsync(NpgsqlDataSource source, CancellationToken allSent, CancellationToken cancellationToken)
    {
        List<(long Begun, long Ended)> refreshes = [];
        await using var command = source.CreateCommand("REFRESH MATERIALIZED VIEW totals");
        command.CommandTimeout = 0;
        for (var last = false; ; last = allSent.IsCancellationRequested)
        {
            var begun = Stopwatch.GetTimestamp();
            await command.ExecuteNonQueryAsync(cancellationToken);
            refreshes.Add((begun, Stopwatch.GetTimestamp()));
            if (last) return refreshes;
        }
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT coalesce(sum(contributions), 0)::bigint FROM totals WHERE initiative = $1 AND indicator = $2 AND cell = ''");
        command.Parameters.Add(new NpgsqlParameter { Value = Registration.Nation });
        command.Parameters.Add(new NpgsqlParameter { Value = Registration.Indicator });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
