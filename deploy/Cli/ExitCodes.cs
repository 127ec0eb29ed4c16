namespace CollectiveImpact.Cli;

/// <summary>How a command ends. <c>nest --help</c> says so too.</summary>
internal static class ExitCodes
{
    public const int Good = 0;

    /// <summary>The node refused, or something is wrong with what was looked at.</summary>
    public const int Refused = 1;

    /// <summary>The command line, a folder or a file is malformed.</summary>
    public const int Malformed = 2;

    /// <summary>The node does not answer.</summary>
    public const int NoAnswer = 3;
}
