namespace CollectiveImpact.Console.Layout;

/// <summary>
/// Marks the pages on which people choose how they sign in: their forms may lead to the identity provider, and they run the
/// script of passkeys. No other page does.
/// </summary>
internal sealed class SigningIn
{
    public static SigningIn Here { get; } = new();
}
