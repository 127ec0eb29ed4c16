using System.Collections.Immutable;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.FunctionMaps;

/// <summary>What the gateway knows of one of its nodes.</summary>
/// <param name="Address">Where it is called.</param>
internal sealed record NodeView(Uri Address)
{
    /// <summary>The fingerprint of its key. Empty until it has spoken.</summary>
    public string Node { get; init; } = "";

    public Level Level { get; init; }

    /// <summary>Whether its function maps are being heard now.</summary>
    public bool IsUp { get; init; }

    /// <summary>
    /// Whether it is about to tell all it knows for the first time, so that what nobody knows may yet be heard.
    /// A node that does not answer is awaited for a moment only.
    /// </summary>
    public bool IsAwaited { get; init; } = true;

    /// <summary>How far its function maps have been heard, in its own count.</summary>
    public long Version { get; init; }

    /// <summary>What it tells, or told before it went down, by initiative.</summary>
    public ImmutableDictionary<string, ToldMap> Maps { get; init; } =
        ImmutableDictionary.Create<string, ToldMap>(StringComparer.Ordinal);
}
