namespace CollectiveImpact.Nest;

/// <summary>What the command line says.</summary>
/// <param name="Check">Whether to hold the roll-up against the published figures and end.</param>
/// <param name="Folder">The nest folder.</param>
/// <param name="Data">Where the databases are kept; null for a folder that is removed at the end.</param>
/// <param name="Port">The gateway's port; 0 for one that is free.</param>
/// <param name="SignIn">Whether people sign in at the gateway, and the services answer by it alone.</param>
/// <param name="Gateway">Further settings of the gateway, <c>Provider:ClientId=nest</c>.</param>
internal sealed record NestOptions(bool Check, string Folder, string? Data, int Port, bool SignIn, IReadOnlyList<string> Gateway)
{
    public static string BuiltInFolder => Path.Combine(AppContext.BaseDirectory, "nests", "ca-core-housing-need");
}
