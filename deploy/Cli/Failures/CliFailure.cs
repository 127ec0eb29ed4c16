namespace CollectiveImpact.Cli.Failures;

/// <summary>Why a command cannot do what it was asked, and what to do next.</summary>
/// <param name="exitCode">How the command ends.</param>
/// <param name="code">The status, as gRPC writes it: <c>INVALID_ARGUMENT</c>.</param>
/// <param name="field">What is at fault: an option, or a field of the request; may be empty.</param>
/// <param name="message">One or two sentences.</param>
internal sealed class CliFailure(int exitCode, string code, string field, string message, Exception? cause = null) : Exception(message, cause)
{
    public int ExitCode => exitCode;

    public string Code => code;

    public string Field { get; } = field;

    /// <summary>Several things that are wrong, where each has a line of its own.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    public static CliFailure Malformed(string field, string message) => new(ExitCodes.Malformed, "INVALID_ARGUMENT", field, message);

    public static CliFailure Refused(string field, string message) => new(ExitCodes.Refused, "FAILED_PRECONDITION", field, message);
}
