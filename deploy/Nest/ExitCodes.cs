namespace CollectiveImpact.Nest;

/// <summary>How the command ends.</summary>
internal static class ExitCodes
{
    public const int Good = 0;

    /// <summary>A published figure differs, or the nest could not be run.</summary>
    public const int Failed = 1;

    /// <summary>The nest folder is malformed; nothing was started.</summary>
    public const int MalformedFolder = 2;
}
