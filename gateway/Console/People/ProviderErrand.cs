namespace CollectiveImpact.Console.People;

/// <summary>What somebody is sent to the identity provider for.</summary>
/// <param name="Back">The page to come back to where it does not work out.</param>
/// <param name="Then">The page to go on to where it does.</param>
/// <param name="Code">The code of the invitation that is taken up; else empty.</param>
public sealed record ProviderErrand(ProviderGoal Goal, string Back, string Then, string Code);

/// <summary>Why somebody goes there.</summary>
public enum ProviderGoal
{
    SignIn,

    /// <summary>To take an invitation up.</summary>
    Join,

    /// <summary>To sign in that way from now on.</summary>
    Connect,
}
