using System.Data;
using System.Data.Common;
using Npgsql;

namespace CollectiveImpact.Exchange.Log.Stores;

/// <summary>
/// A log in PostgreSQL, which replicas of the service share. One of them holds it, by a lock of the very session that
/// writes: whoever loses the session can no longer write, and when it dies the lock is free.
/// </summary>
internal sealed class PostgresStore : ILogStore
{
    // The first half of the lock's name; the second is the schema, so that nodes may share a database.
    private const int Lock = 0x4E455354;

    private readonly NpgsqlDataSource _source;

    /// <exception cref="ArgumentException">The connection string is malformed.</exception>
    public PostgresStore(string connectionString)
    {
        // Sessions are kept by whoever opens them; a pool would keep the lock of one that was given up.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, MaxAutoPrepare = 256, AutoPrepareMinUsages = 2, Enlist = false };
        if (settings.ApplicationName is null) settings.ApplicationName = "collective-impact";
        var builder = new NpgsqlDataSourceBuilder(settings.ToString());
        // The tables' types are the built-in ones; to ask each time what others the database has would be half of connecting.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        _source = builder.Build();
    }

    public string Name => "PostgreSQL";

    public ILogSession? TryOpen()
    {
        var session = new PostgresSession(_source.CreateConnection());
        try
        {
            if (session.TryHold()) return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }

        session.Dispose();
        return null;
    }

    public LogReader OpenReader() =>
        new(new PostgresStatements(_source.OpenConnection()), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");

    public void Dispose() => _source.Dispose();

    private sealed class PostgresSession(NpgsqlConnection connection) : ILogSession
    {
        private readonly PostgresStatements _statements = new(connection);

        public Statements Statements => _statements;

        /// <summary>A holder that is cut off from its database learns it about as soon as the database does.</summary>
        public TimeSpan? BeatEvery { get; } = TimeSpan.FromSeconds(2);

        public bool TryHold()
        {
            connection.Open();
            // A holder whose machine is gone is given up by the database within seconds.
            _statements.Run(
                """
                SET tcp_keepalives_idle = 2; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 3; SET tcp_user_timeout = 5000;
                SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
                """);
            if (_statements.Scalar("SELECT current_schema()", []) is not string)
                throw new InvalidDataException("the connection string names a schema (Search Path) that the database lacks; make it with CREATE SCHEMA");
            return _statements.Scalar($"SELECT pg_try_advisory_lock({Lock}, hashtext(current_schema()))", []) is true;
        }

        public void Begin() => _statements.Execute("BEGIN", []);

        public void Commit() => _statements.Execute("COMMIT", []);

        public bool TryAbandon()
        {
            try
            {
                if (connection.FullState.HasFlag(ConnectionState.Open)) _statements.Execute("ROLLBACK", []);
            }
            catch (DbException)
            {
                // The session is gone, which is what the answer says.
            }

            return connection.FullState.HasFlag(ConnectionState.Open);
        }

        public bool TryBeat()
        {
            try
            {
                _statements.Execute("SELECT 1", []);
            }
            catch (DbException)
            {
                // As above.
            }

            return connection.FullState.HasFlag(ConnectionState.Open);
        }

        public void Dispose() => _statements.Dispose();
    }
}
