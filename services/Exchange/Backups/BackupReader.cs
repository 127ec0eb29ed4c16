using System.IO.Compression;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Backups;

/// <summary>Takes a backup up into a store that holds nothing yet.</summary>
internal static class BackupReader
{
    /// <summary>Brings the tables to the steps that the backup was made at, and fills them. Runs in the caller's transaction.</summary>
    /// <returns>What the backup says of itself.</returns>
    /// <exception cref="InvalidDataException">It is damaged or of a later release.</exception>
    public static BackupHead Read(Stream stream, Statements statements, IReadOnlyList<Schema> schemas)
    {
        try
        {
            using var gzip = new GZipStream(stream, CompressionMode.Decompress);
            using var buffered = new BufferedStream(gzip, 1 << 16);
            return Read(buffered, statements, schemas);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new InvalidDataException("the backup is damaged", exception);
        }
    }

    /// <summary>What a backup says of itself.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of a later release.</exception>
    public static BackupHead ReadHead(Stream stream)
    {
        using var gzip = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            return Head(gzip);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new InvalidDataException("the backup is damaged", exception);
        }
    }

    private static BackupHead Head(Stream stream)
    {
        var head = Next(stream).Head ?? throw new InvalidDataException("the backup is damaged: it has no head");
        return head.Version == 1
            ? head
            : throw new InvalidDataException($"the backup is of a later release: its form is {head.Version}, and this release knows 1");
    }

    private static BackupHead Read(BufferedStream stream, Statements statements, IReadOnlyList<Schema> schemas)
    {
        var head = Head(stream);
        foreach (var part in head.Parts)
        {
            var schema = schemas.SingleOrDefault(schema => schema.Part == part.Part)
                ?? throw new InvalidDataException($"the backup is of a later release: it has tables of {part.Part}, which this release does not know");
            schema.Bring(statements, part.Version);
        }

        var known = schemas.SelectMany(schema => schema.Tables.Concat(schema.Former)).ToHashSet();
        var (insert, rows) = ("", 0L);
        while (true)
        {
            var entry = Next(stream);
            switch (entry.EntryCase)
            {
                case BackupEntry.EntryOneofCase.Table when known.Contains(entry.Table.Name) && entry.Table.Columns.All(IsName):
                    insert = $"INSERT INTO {entry.Table.Name} ({string.Join(", ", entry.Table.Columns)}) VALUES ({string.Join(", ", entry.Table.Columns.Select((_, i) => $"${i + 1}"))})";
                    break;
                case BackupEntry.EntryOneofCase.Row when insert.Length > 0:
                    statements.Execute(insert, [.. entry.Row.Values.Select(Value)]);
                    rows++;
                    break;
                case BackupEntry.EntryOneofCase.End when entry.End.Rows == rows: return head;
                default: throw new InvalidDataException($"the backup is damaged, after {rows} rows");
            }
        }
    }

    private static BackupEntry Next(Stream stream) => stream.CanRead ? BackupEntry.Parser.ParseDelimitedFrom(stream) : new BackupEntry();

    private static object? Value(BackupValue value) => value.ValueCase switch
    {
        BackupValue.ValueOneofCase.Number => value.Number,
        BackupValue.ValueOneofCase.Text => value.Text,
        BackupValue.ValueOneofCase.Bytes => value.Bytes.ToByteArray(),
        _ => null,
    };

    // Names become part of a statement.
    private static bool IsName(string name) => name.Length is > 0 and < 64 && name.All(c => c is >= 'a' and <= 'z' or '_');
}
