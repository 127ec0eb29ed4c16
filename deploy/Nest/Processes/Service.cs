namespace CollectiveImpact.Nest.Processes;

/// <summary>A process that the runner starts.</summary>
/// <param name="Name">What it is called in messages, and its log file.</param>
/// <param name="Assembly">The path of what is run.</param>
/// <param name="Port">Where it listens, on loopback.</param>
/// <param name="Arguments">Its configuration.</param>
/// <param name="Folder">Where it keeps its data; null for a gateway that keeps none.</param>
internal sealed record Service(string Name, string Assembly, int Port, IReadOnlyList<string> Arguments, string? Folder = null)
{
    public string Address => AddressOf(Port);

    public static string AddressOf(int port) => $"http://127.0.0.1:{port}";
}
