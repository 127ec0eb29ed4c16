using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CollectiveImpact.Exchange.Log.Stores;

/// <summary>A connection to a database of SQLite. It is used by one thread at a time.</summary>
internal sealed class SqliteStatements : Statements
{
    /// <summary>How long a statement waits for a file that another tool has locked, in milliseconds.</summary>
    private const int Patience = 30_000;

    private readonly Dictionary<string, SqliteRows> _prepared = [];
    private readonly sqlite3 _database;

    private SqliteStatements(sqlite3 database) => _database = database;

    public override bool IsOpen => true;

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_database) == 0;

    /// <param name="path">The database file.</param>
    /// <param name="mode">How it is opened: one of SQLite's own flags for it.</param>
    public static SqliteStatements Open(string path, int mode)
    {
        // No lock a call: what uses a connection sees to that.
        var code = raw.sqlite3_open_v2(path, out var database, mode | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            SqliteException.ThrowExceptionForRC(code, database);
            SqliteException.ThrowExceptionForRC(raw.sqlite3_busy_timeout(database, Patience), database);
        }
        catch
        {
            database.Dispose();
            throw;
        }

        return new SqliteStatements(database);
    }

    public override int Execute(string sql, ReadOnlySpan<object?> values)
    {
        using var rows = Query(sql, values);
        while (rows.Read())
        {
            // Its rows are nobody's concern.
        }

        return raw.sqlite3_changes(_database);
    }

    public override Rows Query(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var rows)) _prepared.Add(sql, rows = Prepare(sql));
        try
        {
            rows.Begin(values);
            return rows;
        }
        catch (SqliteException)
        {
            rows.Dispose();
            throw;
        }
    }

    public override void Run(string script) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(_database, script), _database);

    public override void Dispose()
    {
        foreach (var rows in _prepared.Values) rows.Discard();
        _database.Dispose();
    }

    private SqliteRows Prepare(string sql)
    {
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement), _database);
        return new SqliteRows(_database, statement);
    }
}
