using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using CollectiveImpact.Exchange.Documents;
using Microsoft.Data.Sqlite;

namespace CollectiveImpact.Exchange.Log;

/// <summary>The SQLite file of a node: one connection that writes, and a few that read.</summary>
internal sealed class LogDatabase : IDisposable
{
    private readonly ConcurrentBag<LogReader> _readers = [];
    private readonly SqliteConnection _connection;
    private readonly string _reading;
    private readonly FileStream _lock;

    public LogDatabase(string path, IReadOnlyList<Schema> schemas)
    {
        SQLitePCL.Batteries_V2.Init();
        // Two processes over one log would both hand out its numbers.
        _lock = Lock(path + ".lock");
        _reading = Connect(path, SqliteOpenMode.ReadOnly);
        _connection = new SqliteConnection(Connect(path, SqliteOpenMode.ReadWriteCreate));
        _connection.Open();
        using (var settings = _connection.CreateCommand())
        {
            settings.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000";
            settings.ExecuteNonQuery();
        }

        foreach (var schema in schemas) schema.Bring(_connection);
        Writer = new Statements(_connection);
    }

    public Statements Writer { get; }

    public LogState ReadState()
    {
        var id = (string?)Writer.Scalar("SELECT id FROM log", []);
        if (id is null)
        {
            id = NewId();
            Writer.Execute("INSERT INTO log VALUES ($1)", [id]);
        }

        var state = new LogState { Id = id, Head = Number("SELECT coalesce(max(sequence), 0) FROM documents"), Keys = [], Holds = true };
        ReadKeys(state);
        return state;
    }

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public void ReadKeys(LogState state)
    {
        state.Keys.Clear();
        using var rows = Writer.Query("SELECT node FROM keys", []);
        while (rows.Read()) state.Keys.Add(new NodeId(rows.GetString(0)));
    }

    /// <summary>Comes back from a transaction that failed as a whole.</summary>
    public void Abandon(LogState state)
    {
        // After some errors SQLite has rolled back by itself.
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0) Writer.Execute("ROLLBACK", []);
        ReadKeys(state);
    }

    public LogReader Rent()
    {
        if (_readers.TryTake(out var reader)) return reader;
        var connection = new SqliteConnection(_reading);
        connection.Open();
        return new LogReader(connection);
    }

    public void Return(LogReader reader) => _readers.Add(reader);

    public void Dispose()
    {
        foreach (var reader in _readers) reader.Dispose();
        Writer.Dispose();
        _connection.Dispose();
        _lock.Dispose();
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new IOException($"another process has the node's data folder open ({Path.GetDirectoryName(path)}); stop it, or choose another folder", exception);
        }
    }

    private long Number(string sql) => Convert.ToInt64(Writer.Scalar(sql, []), CultureInfo.InvariantCulture);

    private static string Connect(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();
}
