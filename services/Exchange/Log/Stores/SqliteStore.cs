using SQLitePCL;

namespace CollectiveImpact.Exchange.Log.Stores;

/// <summary>A log in a file of its own: nothing to install and nothing to run. A commit is on disk when it ends.</summary>
internal sealed class SqliteStore : ILogStore
{
    private readonly string _path;
    private readonly FileStream _lock;

    /// <param name="path">The database file; it is made when it is missing.</param>
    /// <exception cref="IOException">Another process has it open.</exception>
    public SqliteStore(string path)
    {
        Batteries_V2.Init();
        _path = path;
        // Two processes over one log would both hand out its numbers.
        _lock = Lock(path + ".lock");
    }

    public string Name => "SQLite";

    public ILogSession? TryOpen()
    {
        var statements = SqliteStatements.Open(_path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        statements.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        // Measured on a link that catches up: a cache of 32 MB (it grows as it is needed) and a checkpoint every 16 MB
        // spare the writer half of its work.
        statements.Run("PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000");
        return new SqliteSession(statements);
    }

    public LogReader OpenReader() => new(SqliteStatements.Open(_path, raw.SQLITE_OPEN_READONLY), "BEGIN");

    public void Dispose() => _lock.Dispose();

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

    private sealed class SqliteSession(SqliteStatements statements) : ILogSession
    {
        public Statements Statements => statements;

        public TimeSpan? BeatEvery => null;

        public void Begin() => statements.Execute("BEGIN IMMEDIATE", []);

        public void Commit() => statements.Execute("COMMIT", []);

        public bool TryAbandon()
        {
            // After some errors SQLite has rolled back by itself.
            if (statements.InTransaction) statements.Execute("ROLLBACK", []);
            return true;
        }

        public bool TryBeat() => true;

        public void Dispose() => statements.Dispose();
    }
}
