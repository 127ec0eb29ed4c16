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

    /// <summary>
    /// Fills an empty store from the backup, if there is one, and gives its log a new id: both, or neither. A crash before
    /// the backup is put away leaves it to be found again.
    /// </summary>
    /// <exception cref="InvalidDataException">It is damaged, of a later release, or the store holds another log.</exception>
    public void Take(ILogSession session, IReadOnlyList<Schema> schemas, RandomIds ids, TimeProvider time)
    {
        if (!File.Exists(_path)) return;
        session.Begin();
        try
        {
            session.Statements.Run(Schema.Versions);
            using var stream = File.OpenRead(_path);
            if (session.Statements.Scalar("SELECT part FROM schema LIMIT 1", []) is null)
            {
                var backup = BackupReader.Read(stream, session.Statements, schemas);
                foreach (var schema in schemas) schema.Bring(session.Statements, schema.Steps.Count);
                LogState.Rename(session.Statements, ids.Next(), time.GetUtcNow(), Reason(backup));
                session.Commit();
                return;
            }

            if (!IsTaken(session.Statements, BackupReader.ReadHead(stream)))
                throw new InvalidDataException($"{_path} waits to be taken up, and the store holds a log already; move one of them away");
        }
        catch
        {
            session.TryAbandon();
            throw;
        }

        session.TryAbandon();
    }

    /// <summary>Puts the backup away: it is taken up.</summary>
    public void Done() => File.Delete(_path);

    private static bool IsTaken(Statements statements, BackupHead backup) =>
        statements.Scalar("SELECT version FROM schema WHERE part = $1", [Schema.Log.Part]) is > 1L
        && statements.Scalar("SELECT reason FROM logs ORDER BY number DESC LIMIT 1", []) is string reason && reason == Reason(backup);
}
