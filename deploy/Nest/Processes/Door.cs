using System.Security.Cryptography;
using CollectiveImpact.Hosting.Callers;
using CollectiveImpact.V1;

namespace CollectiveImpact.Nest.Processes;

/// <summary>How the runner comes in where people sign in: it has the gateway's key, and says under it that it runs the nest.</summary>
internal sealed class Door(string folder, TimeProvider time) : IDisposable
{
    private static readonly Caller Runner = new() { Administrator = true };
    private static readonly TimeSpan Said = TimeSpan.FromMinutes(1);

    private readonly ECDsa key = GatewayKey.Open(folder);
    private volatile Word last = new("", DateTimeOffset.MinValue);

    /// <summary>The address that makes the first administrator; null once there is one.</summary>
    public string? FirstAdministrator =>
        Path.Combine(folder, "first-administrator") is var file && File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    /// <summary>The header of a call. The same word serves for a minute.</summary>
    public (string Name, string Value) Say()
    {
        var (now, word) = (time.GetUtcNow(), last);
        if (now - word.At >= Said)
            last = word = new(new CallerTokens(key, time).Create(Runner, CallerTokens.Gateway), now);
        return (CallerTokens.Header, word.Text);
    }

    public void Dispose() => key.Dispose();

    private sealed record Word(string Text, DateTimeOffset At);
}
