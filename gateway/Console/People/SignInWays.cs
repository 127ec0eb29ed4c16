namespace CollectiveImpact.Console.People;

/// <summary>How a person can sign in.</summary>
/// <param name="IsConnected">Whether by the identity provider.</param>
public sealed record SignInWays(bool HasPassword, bool IsConnected, IReadOnlyList<Passkey> Passkeys)
{
    /// <summary>Whether one can be let go, so that another is left.</summary>
    public bool HasSpare => (HasPassword ? 1 : 0) + (IsConnected ? 1 : 0) + Passkeys.Count > 1;
}

/// <summary>A passkey of a person.</summary>
/// <param name="Name">What the person calls it; may be empty.</param>
public sealed record Passkey(string Id, string Name, DateTimeOffset MadeAt);
