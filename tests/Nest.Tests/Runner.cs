using System.Diagnostics;
using System.Runtime.InteropServices;
using CollectiveImpact.Nest.Processes;

namespace CollectiveImpact.Nest.Tests;

/// <summary>The command, run as a process of its own as a user runs it. What it started is ended with it.</summary>
internal sealed class Runner : IAsyncDisposable
{
    private const int SigTerm = 15;
    private static readonly string[] Processes = ["National", "Provincial", "Local", "Gateway"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly List<string> output = [];
    private readonly List<string> errors = [];
    private readonly List<(string Part, TaskCompletionSource<string> Seen)> awaited = [];
    private readonly CancellationTokenSource patience = new(Patience);
    private readonly Process process;

    private Runner(Process process) => this.process = process;

    public int Id => process.Id;

    public IReadOnlyList<string> Output
    {
        get
        {
            lock (gate)
                return [.. output];
        }
    }

    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (gate)
                return [.. errors];
        }
    }

    /// <summary>The rows of the printed table, and the last line; not what differs from run to run.</summary>
    public IReadOnlyList<string> Table => [.. Output.Where(line => line.Contains("matches") || line.Contains("differs")).Select(line => line.TrimEnd()), Output[^1]];

    /// <summary>Starts it on a port of its own.</summary>
    public static Runner Start(params string[] arguments)
    {
        if (!arguments.Contains("--port"))
            arguments = [.. arguments, "--port", "0"];
        var start = new ProcessStartInfo(Built.DotnetHost(), [Built.Assembly("Nest"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var runner = new Runner(new Process { StartInfo = start });
        runner.process.OutputDataReceived += (_, line) => runner.Take(line.Data, runner.output);
        runner.process.ErrorDataReceived += (_, line) => runner.Take(line.Data, runner.errors);
        runner.process.Start();
        runner.process.BeginOutputReadLine();
        runner.process.BeginErrorReadLine();
        return runner;
    }

    /// <summary>Waits until it ends, and returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"It did not end in {Patience}.\n{string.Join('\n', Output.Concat(Errors))}");
        }
        return process.ExitCode;
    }

    /// <summary>Waits for a line of output that holds a text, and returns it.</summary>
    public async Task<string> LineAsync(string part)
    {
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (output.Find(line => line.Contains(part)) is { } line)
                return line;
            awaited.Add((part, seen));
        }
        var ended = process.WaitForExitAsync(patience.Token);
        if (await Task.WhenAny(seen.Task, ended) != seen.Task && !seen.Task.IsCompleted)
            Assert.Fail($"It ended, or took longer than {Patience}, without saying: {part}\n{string.Join('\n', Output.Concat(Errors))}");
        return await seen.Task;
    }

    /// <summary>Waits until the nest is up, and returns the gateway's address.</summary>
    public async Task<string> UpAsync()
    {
        var line = await LineAsync("The nest is up: ");
        return line[line.IndexOf("http", StringComparison.Ordinal)..].TrimEnd('/');
    }

    /// <summary>Waits until all its processes are there, and returns their ids by assembly.</summary>
    /// <remarks>By name: one that was forked and does not run its program yet still bears the name of the command.</remarks>
    public IReadOnlyDictionary<string, int> Children()
    {
        IReadOnlyDictionary<string, int> children = new Dictionary<string, int>();
        Assert.True(SpinWait.SpinUntil(() => Processes.All((children = ProcFile.Children(Id)).ContainsKey), Patience));
        return children;
    }

    /// <summary>Ends one of its processes at once, as the system does when memory runs out.</summary>
    public void KillChild(string assembly)
    {
        using var child = Process.GetProcessById(Children()[assembly]);
        child.Kill();
    }

    public void AskToEnd() => Assert.Equal(0, Kill(Id, SigTerm));

    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        // Its children end with it: that is a test of its own, and what every test relies on.
        if (!process.HasExited && (OperatingSystem.IsWindows() || Kill(Id, SigTerm) != 0))
            process.Kill();
        using var grace = new CancellationTokenSource(Grace);
        using var late = grace.Token.Register(process.Kill);
        await process.WaitForExitAsync();
        process.Dispose();
        patience.Dispose();
    }

    private void Take(string? line, List<string> into)
    {
        if (line is null)
            return;
        lock (gate)
        {
            into.Add(line);
            foreach (var (_, seen) in awaited.Where(each => ReferenceEquals(into, output) && line.Contains(each.Part)))
                seen.TrySetResult(line);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
