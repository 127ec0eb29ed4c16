using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Log;

/// <summary>Documents as rows.</summary>
internal static class DocumentRows
{
    public const string Columns = "sequence, writer, document, signature, leaf, leaves, path, arrived, received_at, signer";

    public static StoredDocument Read(Rows row)
    {
        var (writer, bytes) = (row.GetString(1), row.GetBytes(2));
        return new StoredDocument(
            row.GetInt64(0),
            new NodeId(writer),
            Document.Parser.ParseFrom(bytes),
            bytes,
            new Proof(row.GetBytes(3), row.GetInt32(4), row.GetInt32(5), row.GetBytes(6), row.IsNull(9) ? writer : row.GetString(9)),
            row.IsNull(7) ? null : row.GetInt64(7),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)));
    }

    public static List<StoredDocument> ReadAll(Rows rows)
    {
        using (rows)
        {
            List<StoredDocument> documents = [];
            while (rows.Read()) documents.Add(Read(rows));
            return documents;
        }
    }

    /// <summary>The documents of an initiative and a kind whose ids begin with a text, by id.</summary>
    public static Rows QueryBeginning(Statements statements, string initiative, string kind, string prefix) => statements.Query(
        $"SELECT {Columns} FROM documents WHERE initiative = $1 AND kind = $2 AND id >= $3 AND id < $4 ORDER BY id",
        [initiative, kind, prefix, prefix + "\U0010FFFF"]);

    public static string? LastId(Statements statements, string initiative, string kind) =>
        statements.Scalar("SELECT max(id) FROM documents WHERE initiative = $1 AND kind = $2", [initiative, kind]) as string;

    public static void Insert(Statements statements, StoredDocument document)
    {
        var (key, proof) = (document.Key, document.Proof!);
        statements.Execute(
            """
            INSERT INTO documents (sequence, initiative, kind, id, writer, arrived, received_at, document, signature, leaf, leaves, path, signer)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (initiative, kind, id) DO UPDATE SET sequence = excluded.sequence, writer = excluded.writer,
                arrived = excluded.arrived, received_at = excluded.received_at, document = excluded.document,
                signature = excluded.signature, leaf = excluded.leaf, leaves = excluded.leaves, path = excluded.path,
                signer = excluded.signer
            """,
            [
                document.Sequence, key.Initiative, key.Kind, key.Id, document.Writer.Fingerprint, document.Arrived,
                document.ReceivedAt.ToUnixTimeMilliseconds(), document.Bytes, proof.Signature, proof.Leaf, proof.Leaves,
                proof.Path, proof.Key == document.Writer.Fingerprint ? null : proof.Key,
            ]);
    }
}
