using System.Globalization;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Log;

/// <summary>What the holder of the log knows without asking the database.</summary>
internal sealed class LogState
{
    private LogState(WriterKeys keys) => Keys = keys;

    /// <summary>The log's random id.</summary>
    public string Id { get; set; } = "";

    public long Head { get; set; }

    /// <summary>Whether anything refused is held. True is the safe side.</summary>
    public bool Holds { get; set; } = true;

    /// <summary>What documents say of the present term; null before the first of it.</summary>
    public Said? Term { get; set; }

    /// <summary>The key that signs what is written here.</summary>
    public required SigningKey Signer { get; set; }

    /// <summary>The keys of all writers met. One too many after a failed commit costs nothing but a lookup.</summary>
    public WriterKeys Keys { get; }

    /// <exception cref="InvalidDataException">The log is another node's.</exception>
    public static LogState Read(Statements statements, NodeKey key)
    {
        var node = (string?)statements.Scalar("SELECT id FROM node", []);
        if (node is not null && node != key.Node.Fingerprint)
            throw new InvalidDataException($"the log is that of node {node}, and the key that of node {key.Node}; give this service the key of {node}");
        var keys = WriterKeys.Read(statements);
        key.Settle(keys.LastOf(key.Node));
        return new LogState(keys)
        {
            Id = (string?)statements.Scalar("SELECT id FROM logs ORDER BY number DESC LIMIT 1", []) ?? "",
            Head = Convert.ToInt64(statements.Scalar("SELECT coalesce(max(sequence), 0) FROM documents", []), CultureInfo.InvariantCulture),
            Signer = key.Current,
        };
    }

    /// <summary>Gives the stored log another id.</summary>
    public static void Rename(Statements statements, string id, DateTimeOffset since, string reason) => statements.Execute(
        "INSERT INTO logs (number, id, since, reason) SELECT coalesce(max(number), 0) + 1, $1, $2, $3 FROM logs", [id, since.ToUnixTimeMilliseconds(), reason]);

    /// <summary>What an operation changes, to come back to if it fails.</summary>
    public (string Id, long Head, bool Holds, Said? Term, SigningKey Signer) Mark() => (Id, Head, Holds, Term, Signer);

    public void Restore((string Id, long Head, bool Holds, Said? Term, SigningKey Signer) mark) => (Id, Head, Holds, Term, Signer) = mark;
}
