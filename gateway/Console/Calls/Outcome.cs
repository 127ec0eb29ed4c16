namespace CollectiveImpact.Console.Calls;

/// <summary>How a call to the nest ended.</summary>
internal enum Outcome
{
    Given,
    NotFound,

    /// <summary>The node answered, and what was asked for does not exist in this form: a value that does not add.</summary>
    Refused,

    /// <summary>It is there, and not for whoever reads.</summary>
    Closed,

    Unreachable,
}
