namespace CollectiveImpact.Console.People;

/// <summary>Marks an address at which a secret is tried: the host lets each caller try a few times a minute.</summary>
public sealed class SignInAttempt
{
    public static SignInAttempt One { get; } = new();
}
