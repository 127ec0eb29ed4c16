using System.Text.RegularExpressions;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Cli.Failures;

/// <summary>A call that did not work, in words for who made it.</summary>
internal static partial class CallFailure
{
    private const string Trailer = "collectiveimpact-fault-bin";

    /// <param name="answer">What the call ended with.</param>
    /// <param name="address">Where it was made.</param>
    public static CliFailure Of(RpcException answer, string address)
    {
        var code = Code(answer.StatusCode);
        if (answer.Trailers.GetValueBytes(Trailer) is { } bytes)
        {
            var fault = Fault.Parser.ParseFrom(bytes);
            var holder = fault.Holder.Length == 0 || fault.Message.Contains(fault.Holder, StringComparison.Ordinal) ? "" : $" {fault.Holder} holds the function.";
            return new(ExitCode(answer.StatusCode), code, fault.Field, Sentence(fault.Message) + holder, answer);
        }
        return answer.StatusCode switch
        {
            StatusCode.Unavailable or StatusCode.Internal when Reason(answer) is { } reason => new(
                ExitCodes.NoAnswer, code, "", $"No node answers at {address} ({reason}). Start the service, or check the address and try again.", answer),
            StatusCode.Unavailable => new(ExitCodes.NoAnswer, code, "", $"The node at {address} cannot answer now: {Sentence(answer.Status.Detail)} Try again.", answer),
            StatusCode.DeadlineExceeded => new(
                ExitCodes.NoAnswer, code, "", $"The node at {address} did not answer in time. Look at the service's log, and try again.", answer),
            StatusCode.Unauthenticated => new(
                ExitCodes.Refused, code, "",
                $"The node at {address} does not take this token. Its token stands in operator.json in its data folder: say --data DIR, or copy the token from there.", answer),
            StatusCode.Unimplemented => new(
                ExitCodes.Refused, code, "",
                $"What answers at {address} does not know this call. Give the address of the node itself and not of the gateway, or bring the node up to this release.", answer),
            _ => new(ExitCode(answer.StatusCode), code, "", $"The node at {address} refused: {Sentence(answer.Status.Detail)}", answer),
        };
    }

    private static int ExitCode(StatusCode status) => status switch
    {
        StatusCode.InvalidArgument or StatusCode.OutOfRange => ExitCodes.Malformed,
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => ExitCodes.NoAnswer,
        _ => ExitCodes.Refused,
    };

    /// <summary>What broke on the way; null where the node itself answered.</summary>
    private static string? Reason(RpcException answer) => answer.Status.DebugException?.GetBaseException().Message.TrimEnd('.');

    private static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? "it does not say why." : trimmed[^1] is '.' or '!' or '?' ? trimmed : trimmed + ".";
    }

    // PermissionDenied: PERMISSION_DENIED.
    private static string Code(StatusCode status) => WordStart().Replace(status.ToString(), "_$0").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();
}
