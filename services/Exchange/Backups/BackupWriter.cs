using System.Globalization;
using System.IO.Compression;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Exchange.Backups;

/// <summary>
/// Writes all of a node's tables as of one moment, in a form that any store takes up: so a node can also move from
/// SQLite to PostgreSQL.
/// </summary>
internal sealed class BackupWriter(DocumentLog log, IReadOnlyList<Schema> schemas, TimeProvider time)
{
    /// <summary>Writes the backup to a stream.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="progress">Is told the number of rows, and of those that are written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Write(Stream stream, Action<long, long> progress, CancellationToken cancellationToken) => log.Read(reader =>
    {
        using var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        Write(reader, gzip, progress, cancellationToken);
        return true;
    });

    private void Write(LogReader reader, Stream stream, Action<long, long> progress, CancellationToken cancellationToken)
    {
        Put(stream, new BackupEntry { Head = Head(reader) });
        var tables = schemas.SelectMany(schema => schema.Tables).ToList();
        var all = tables.Sum(table => Number(reader, $"SELECT count(*) FROM {table}"));
        long done = 0;
        foreach (var table in tables)
        {
            using var rows = reader.Query($"SELECT * FROM {table}");
            Put(stream, new BackupEntry { Table = new BackupTable { Name = table, Columns = { Enumerable.Range(0, rows.Columns).Select(rows.Name) } } });
            while (rows.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Put(stream, new BackupEntry { Row = Row(rows) });
                if (++done % 1000 == 0) progress(all, done);
            }
        }

        Put(stream, new BackupEntry { End = new BackupEnd { Rows = done } });
        progress(all, done);
    }

    private BackupHead Head(LogReader reader)
    {
        var head = new BackupHead { Version = 1, Node = log.Node.Fingerprint, Log = Id(reader), Made = Timestamp.FromDateTimeOffset(time.GetUtcNow()) };
        head.Sequence = Number(reader, "SELECT coalesce(max(sequence), 0) FROM documents");
        head.Parts.Add(schemas.Select(schema => new BackupPart { Part = schema.Part, Version = schema.Steps.Count }));
        return head;
    }

    private static string Id(LogReader reader)
    {
        using var row = reader.Query("SELECT id FROM logs ORDER BY number DESC LIMIT 1");
        row.Read();
        return row.GetString(0);
    }

    private static long Number(LogReader reader, string sql)
    {
        using var row = reader.Query(sql);
        return row.Read() ? Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture) : 0;
    }

    private static BackupRow Row(Rows row)
    {
        var values = new BackupRow();
        for (var i = 0; i < row.Columns; i++)
            values.Values.Add(row.GetValue(i) switch
            {
                string text => new BackupValue { Text = text },
                byte[] bytes => new BackupValue { Bytes = UnsafeByteOperations.UnsafeWrap(bytes) },
                DBNull => new BackupValue(),
                var number => new BackupValue { Number = Convert.ToInt64(number, CultureInfo.InvariantCulture) },
            });
        return values;
    }

    private static void Put(Stream stream, BackupEntry entry) => entry.WriteDelimitedTo(stream);
}
