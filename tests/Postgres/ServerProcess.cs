using System.Diagnostics;

namespace CollectiveImpact.Postgres.Testing;

/// <summary>The processes of one server: the script that makes, watches and removes it, and the server itself.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    // PostgreSQL refuses to run as root. Debian's package makes this user.
    private const string User = "postgres";
    private const string ReadyLine = "database system is ready to accept connections";

    private readonly Lock _lock = new();
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    /// <summary>The script's process. It ends when all is ended and removed.</summary>
    public int Id => _process.Id;

    /// <summary>What the server has said so far.</summary>
    public string Output
    {
        get
        {
            lock (_lock) return string.Join(Environment.NewLine, _output);
        }
    }

    /// <param name="binaries">The folder of PostgreSQL's programs.</param>
    /// <param name="folder">The server's own; it does not exist yet.</param>
    /// <param name="password">The superuser's.</param>
    /// <param name="settings">Of the server, over those it has by itself.</param>
    public static ServerProcess Start(string binaries, string folder, string password, IReadOnlyDictionary<string, string> settings)
    {
        // Out of the terminal's reach: Ctrl+C ends whoever uses the server, and that ends the server.
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--init-groups", "sh", "-c", Script(), "server"]
            : ["sh", "-c", Script(), "server"];
        var start = new ProcessStartInfo("setsid", [.. command, binaries, folder, .. settings.SelectMany(each => (string[])["-c", $"{each.Key}={each.Value}"])])
        {
            // The user may have no access to this process's own.
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        // Nothing that is set for another server, or another language, may change this one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal) || name.StartsWith("LC_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        var server = new ServerProcess(new Process { StartInfo = start });
        server._process.ErrorDataReceived += (_, line) => server.Take(line.Data);
        server._process.Start();
        server._process.StandardInput.WriteLine(password);
        server._process.StandardInput.Flush();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Waits until it takes connections. False when it has ended instead.</summary>
    public async Task<bool> ReadyAsync(CancellationToken cancellationToken)
    {
        var ended = _process.WaitForExitAsync(cancellationToken);
        await await Task.WhenAny(_ready.Task, ended);
        return _ready.Task.IsCompleted;
    }

    /// <summary>Ends the server, and waits until its folder is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null) return;
        lock (_lock) _output.Add(line);
        if (line.Contains(ReadyLine, StringComparison.Ordinal)) _ready.TrySetResult();
    }

    private static string Script()
    {
        using var script = new StreamReader(typeof(ServerProcess).Assembly.GetManifestResourceStream("server.sh")!);
        return script.ReadToEnd();
    }
}
