using System.Globalization;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.Exchange.Log.Stores;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Backups;

/// <summary>A backup that an operator has put into the data folder: the node takes it up before anything else.</summary>
internal sealed class PendingRestore(string folder)
{
    private readonly string _path = Path.Combine(folder, "restore.backup");

    /// <summary>Why a log that was restored has its id.</summary>
    public static string Reason(BackupHead backup) => string.Create(
        CultureInfo.InvariantCulture, $"restored from a backup of {backup.Made.ToDateTime():yyyy-MM-dd HH:mm:ss} UTC at {backup.Sequence} of log {backup.Log}");

    /// <summary>Fills an empty store from the backup, if there is one.</summary>
    /// <returns>What the backup says of itself; null where there is none, or where it was taken up before.</returns>
    /// <exception cref="InvalidDataException">It is damaged, of a later release, or the store holds another log.</exception>
    public BackupHead? Take(ILogSession session, IReadOnlyList<Schema> schemas)
    {
        if (!File.Exists(_path)) return null;
        var isEmpty = IsEmpty(session);
        session.Begin();
        try
        {
            session.Statements.Run(Schema.Versions);
            using var stream = File.OpenRead(_path);
            if (isEmpty)
            {
                var head = BackupReader.Read(stream, session.Statements, schemas);
                session.Commit();
                return head;
            }
        }
        catch
        {
            session.TryAbandon();
            throw;
        }

        session.TryAbandon();
        // A crash may have come between taking it up and putting the file away.
        using (var row = session.Statements.Query("SELECT reason FROM logs ORDER BY number DESC LIMIT 1", []))
        {
            if (row.Read() && row.GetString(0).StartsWith("restored from a backup", StringComparison.Ordinal)) return null;
        }

        throw new InvalidDataException($"{_path} waits to be taken up, and the store holds a log already; move one of them away");
    }

    /// <summary>Puts the backup away: it is taken up.</summary>
    public void Done() => File.Delete(_path);

    private static bool IsEmpty(ILogSession session)
    {
        session.Begin();
        try
        {
            session.Statements.Run(Schema.Versions);
            return session.Statements.Scalar("SELECT part FROM schema LIMIT 1", []) is null;
        }
        finally
        {
            session.TryAbandon();
        }
    }
}
