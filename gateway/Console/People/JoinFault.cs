namespace CollectiveImpact.Console.People;

/// <summary>Why somebody could not join.</summary>
public enum JoinFault
{
    /// <summary>The invitation has been used, or is too old.</summary>
    Spent,

    NoName,
    NoEmail,
    EmailTaken,
    PasswordTooShort,

    /// <summary>The browser gave no passkey, or not in time.</summary>
    NoPasskey,
}
