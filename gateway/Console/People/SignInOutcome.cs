namespace CollectiveImpact.Console.People;

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInOutcome
{
    Done,
    Wrong,
    Locked,
}
