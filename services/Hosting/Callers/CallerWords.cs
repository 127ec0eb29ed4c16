using System.Collections.Concurrent;
using System.Security.Cryptography;
using CollectiveImpact.V1;

namespace CollectiveImpact.Hosting.Callers;

/// <summary>What is said under a gateway's key about who calls. A word is said again for a minute before a new one is signed.</summary>
public sealed class CallerWords(ECDsa key, TimeProvider time) : IDisposable
{
    private const int MostRemembered = 1000;

    private static readonly TimeSpan Said = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Caller Caller, string Node), (string Token, DateTimeOffset At)> words = new();
    private readonly CallerTokens tokens = new(key, time);

    /// <param name="caller">Who calls.</param>
    /// <param name="node">The fingerprint of the node that is called; empty while it has not said it. <see cref="CallerTokens.Gateway"/> for the gateway itself.</param>
    public string About(Caller caller, string node)
    {
        var now = time.GetUtcNow();
        if (words.TryGetValue((caller, node), out var word) && now - word.At < Said)
            return word.Token;
        if (words.Count >= MostRemembered)
            words.Clear();
        word = (tokens.Create(caller, node), now);
        words[(caller, node)] = word;
        return word.Token;
    }

    public void Dispose() => key.Dispose();
}
