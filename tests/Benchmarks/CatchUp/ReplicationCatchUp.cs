using System.Diagnostics;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.Postgres.Testing;
using Npgsql;
using NpgsqlTypes;

namespace CollectiveImpact.Benchmarks.CatchUp;

/// <summary>Two PostgreSQL servers, of which one subscribes to the other's documents; the subscription is switched off meanwhile.</summary>
internal sealed class ReplicationCatchUp : ICatchUp
{
    private readonly PostgresServer _publisher, _subscriber;
    private readonly NpgsqlDataSource _child, _parent;

    private ReplicationCatchUp(PostgresServer publisher, PostgresServer subscriber)
    {
        (_publisher, _subscriber) = (publisher, subscriber);
        (_child, _parent) = (NpgsqlDataSource.Create(publisher.ConnectionString), NpgsqlDataSource.Create(subscriber.ConnectionString));
    }

    public string Name => "PostgreSQL logical replication";

    public static async Task<ReplicationCatchUp> StartAsync(CancellationToken cancellationToken)
    {
        var publisher = await PostgresServer.StartAsync(Durability.Full, new Dictionary<string, string> { ["wal_level"] = "logical" }, cancellationToken);
        var subscriber = await PostgresServer.StartAsync(Durability.Full, cancellationToken: cancellationToken);
        var replication = new ReplicationCatchUp(publisher, subscriber);
        await replication.SubscribeAsync(cancellationToken);
        return replication;
    }

    public async Task<CaughtUp> RunAsync(int round, int documents, CancellationToken cancellationToken)
    {
        await ExecuteAsync(_parent, "ALTER SUBSCRIPTION documents DISABLE", cancellationToken);
        await UntilAsync(_child, "SELECT NOT active FROM pg_replication_slots", cancellationToken);
        foreach (var some in SampleDocuments.Documents(round, documents).Chunk(SampleDocuments.Import)) await WriteAsync(some, cancellationToken);

        int[] servers = [_publisher.ProcessId, _subscriber.ProcessId];
        var before = ProcessorTime.Of(servers);
        await ExecuteAsync(_parent, "ALTER SUBSCRIPTION documents ENABLE", cancellationToken);
        await UntilAsync(_child, "SELECT active FROM pg_replication_slots", cancellationToken);
        var begun = Stopwatch.GetTimestamp();
        await UntilAsync(_parent, $"SELECT coalesce(max(sequence), 0) >= {(round + 1L) * documents} FROM documents", cancellationToken);
        // Visible; and on disk once the log is, up to where it is now.
        await using var written = _parent.CreateCommand("SELECT pg_current_wal_insert_lsn()::text");
        await UntilAsync(_parent, $"SELECT pg_current_wal_flush_lsn() >= '{await written.ExecuteScalarAsync(cancellationToken)}'", cancellationToken);
        return new CaughtUp(Stopwatch.GetElapsedTime(begun).TotalSeconds, ProcessorTime.Of(servers) - before);
    }

    public async ValueTask DisposeAsync()
    {
        await _child.DisposeAsync();
        await _parent.DisposeAsync();
        await _subscriber.DisposeAsync();
        await _publisher.DisposeAsync();
    }

    private async Task SubscribeAsync(CancellationToken cancellationToken)
    {
        foreach (var end in (NpgsqlDataSource[])[_child, _parent]) await ExecuteAsync(end, Resource.Text("documents.sql"), cancellationToken);
        await ExecuteAsync(_child, "CREATE PUBLICATION documents FOR TABLE documents", cancellationToken);
        var to = new NpgsqlConnectionStringBuilder(_publisher.ConnectionString);
        await ExecuteAsync(
            _parent,
            $"CREATE SUBSCRIPTION documents CONNECTION 'host={to.Host} port={to.Port} user={to.Username} password={to.Password} dbname={to.Database}' PUBLICATION documents WITH (copy_data = false)",
            cancellationToken);
    }

    /// <summary>Writes documents in one transaction.</summary>
    private async Task WriteAsync((V1.Document Document, V1.SignedDocument Signed)[] documents, CancellationToken cancellationToken)
    {
        await using var connection = await _child.OpenConnectionAsync(cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync("COPY documents FROM STDIN (FORMAT binary)", cancellationToken);
        var (writer, signature) = (new string('a', 64), SampleDocuments.Signature);
        foreach (var (document, signed) in documents)
        {
            copy.StartRow();
            copy.Write(document.Sequence, NpgsqlDbType.Bigint);
            foreach (var text in (ReadOnlySpan<string>)[document.Initiative, document.Kind, document.Id, writer]) copy.Write(text, NpgsqlDbType.Text);
            copy.Write(signed.Document.ToByteArray(), NpgsqlDbType.Bytea);
            copy.Write(signature, NpgsqlDbType.Bytea);
            copy.Write(signed.Leaf, NpgsqlDbType.Integer);
            copy.Write(signed.Leaves, NpgsqlDbType.Integer);
            copy.Write(signed.Path.ToByteArray(), NpgsqlDbType.Bytea);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string statement, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task UntilAsync(NpgsqlDataSource source, string condition, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(condition);
        while (await command.ExecuteScalarAsync(cancellationToken) is not true) await Task.Delay(10, cancellationToken);
    }
}
