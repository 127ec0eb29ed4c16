using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace CollectiveImpact.Postgres.Testing;

/// <summary>
/// A PostgreSQL server that nobody else knows of: in a temporary folder, on a port of loopback, behind a random
/// password. It ends, and its folder with it, when it is disposed, and when this process ends in whatever way. Linux.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // Between finding a free port and listening on it another program may take it.
    private const int Attempts = 5;

    private readonly ServerProcess _process;
    private int _databases;

    private PostgresServer(ServerProcess process, string folder, string connectionString) =>
        (_process, Folder, ConnectionString) = (process, folder, connectionString);

    /// <summary>For Npgsql: to the database <c>postgres</c>, as superuser.</summary>
    public string ConnectionString { get; }

    internal string Folder { get; }

    internal int ProcessId => _process.Id;

    /// <summary>Makes and starts a server. It takes connections when the task ends.</summary>
    /// <param name="durability">What a commit means on it.</param>
    /// <param name="settings">Settings of PostgreSQL to change, by name: <c>wal_level</c>.</param>
    /// <param name="cancellationToken">Gives up; what was begun is removed.</param>
    /// <exception cref="InvalidOperationException">No server is installed, or it does not start; the message says what it said.</exception>
    public static async Task<PostgresServer> StartAsync(
        Durability durability, IReadOnlyDictionary<string, string>? settings = null, CancellationToken cancellationToken = default)
    {
        var binaries = PostgresBinaries.Find();
        var password = RandomNumberGenerator.GetHexString(32);
        for (var attempt = 1; ; attempt++)
        {
            var folder = Path.Combine(Path.GetTempPath(), $"postgres-{Path.GetRandomFileName()}");
            var port = FreePort();
            var process = ServerProcess.Start(binaries, folder, password, Settings(port, durability, settings ?? new Dictionary<string, string>()));
            try
            {
                if (await process.ReadyAsync(cancellationToken)) return new PostgresServer(process, folder, Connection(port, password));
            }
            catch (OperationCanceledException)
            {
                await process.DisposeAsync();
                throw;
            }

            await process.DisposeAsync();
            if (attempt == Attempts || !process.Output.Contains("could not bind", StringComparison.Ordinal))
                throw new InvalidOperationException($"PostgreSQL does not start:{Environment.NewLine}{process.Output}");
        }
    }

    /// <summary>Makes an empty database, and returns its connection string. Its text is ordered by characters.</summary>
    public Task<string> CreateDatabaseAsync(CancellationToken cancellationToken = default) => CreateDatabaseAsync("", cancellationToken);

    /// <summary>The same with text in the order of a language, as ICU names it: <c>fr-CA</c>. Empty: by characters.</summary>
    public async Task<string> CreateDatabaseAsync(string language, CancellationToken cancellationToken = default)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"database_{Interlocked.Increment(ref _databases)}");
        var order = language.Length == 0 ? "" : $" LOCALE_PROVIDER icu ICU_LOCALE '{language}' TEMPLATE template0";
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}{order}", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    /// <summary>Ends the server at once, with whatever is connected to it, and removes its folder.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static Dictionary<string, string> Settings(int port, Durability durability, IReadOnlyDictionary<string, string> changed)
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = "",
        };
        if (durability == Durability.None)
        {
            (settings["fsync"], settings["synchronous_commit"], settings["full_page_writes"]) = ("off", "off", "off");
            // Every database of every test keeps a pool of its own for a while.
            settings["max_connections"] = "400";
        }

        foreach (var (name, value) in changed) settings[name] = value;
        return settings;
    }

    private static string Connection(int port, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "postgres",
        Password = password,
        Database = "postgres",
        // What was refused and why belongs in a test's message.
        IncludeErrorDetail = true,
    }.ConnectionString;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
