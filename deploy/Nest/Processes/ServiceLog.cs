namespace CollectiveImpact.Nest.Processes;

/// <summary>The file into which a service's output goes, and its last lines for when it fails.</summary>
internal sealed class ServiceLog : IDisposable
{
    private const int Remembered = 20;

    private readonly Lock gate = new();
    private readonly Queue<string> last = new(Remembered);
    private readonly StreamWriter file;
    private bool closed;

    public ServiceLog(string path)
    {
        FilePath = path;
        file = new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    public string FilePath { get; }

    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (gate)
                return [.. last];
        }
    }

    public void Write(string line)
    {
        lock (gate)
        {
            // A process may still speak while it is let go.
            if (closed)
                return;
            file.WriteLine(line);
            // Where it happened is in the file; what happened is what is shown.
            if (line.AsSpan().TrimStart().StartsWith("at ", StringComparison.Ordinal))
                return;
            if (last.Count == Remembered)
                last.Dequeue();
            last.Enqueue(line);
        }
    }

    /// <summary>Says that it is started again. What its last run said is no longer why it fails.</summary>
    public void BeginAgain(string line)
    {
        Write(line);
        lock (gate)
            last.Clear();
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            file.Dispose();
        }
    }
}
