using CollectiveImpact.Hosting.Callers;
using CollectiveImpact.V1;

namespace CollectiveImpact.Nest.Processes;

/// <summary>How the runner comes in where people sign in: it has the gateway's key, and says under it that it runs the nest.</summary>
internal sealed class Door(string folder, TimeProvider time) : IDisposable
{
    private static readonly Caller Runner = new() { Administrator = true };

    private readonly CallerWords words = new(GatewayKey.Open(folder), time);

    /// <summary>The address that makes the first administrator; null once there is one.</summary>
    public string? FirstAdministrator =>
        Path.Combine(folder, "first-administrator") is var file && File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    /// <summary>The header of a call.</summary>
    public (string Name, string Value) Say() => (CallerTokens.Header, words.About(Runner, CallerTokens.Gateway));

    public void Dispose() => words.Dispose();
}
