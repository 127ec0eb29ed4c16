namespace CollectiveImpact.Console.People;

/// <summary>Why somebody who comes back from the identity provider is not signed in by it.</summary>
public enum ProviderFault
{
    /// <summary>It was begun elsewhere, or too long ago.</summary>
    Lost,

    /// <summary>Whoever it was said no there.</summary>
    Refused,

    /// <summary>The provider did not answer, or not so that it could be believed.</summary>
    Failed,

    /// <summary>The account there is nobody's here, and there was no invitation.</summary>
    Unknown,

    /// <summary>The account there is somebody else's here.</summary>
    Another,

    /// <summary>The invitation has been used, or is too old.</summary>
    Spent,

    /// <summary>The provider said no email address.</summary>
    NoEmail,

    EmailTaken,
}
