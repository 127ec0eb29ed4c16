using CollectiveImpact.Hosting.Contract;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Routing;

/// <summary>
/// A line for each call that the gateway itself refuses, without what was sent. What a node refuses, the node says.
/// </summary>
internal sealed partial class RefusalLog(ILogger<RefusalLog> logger)
{
    /// <param name="field">The contract's name of the field at fault; empty where a caller's own word would stand.</param>
    public void Note(ContractMethod method, StatusCode status, string field = "")
    {
        // As in the nodes: to look for what is not there, or away at the moment, is no mistake.
        if (status is StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.PermissionDenied
            or StatusCode.Unauthenticated or StatusCode.AlreadyExists or StatusCode.Aborted
            or StatusCode.ResourceExhausted or StatusCode.OutOfRange)
            Log.Refused(logger, method.Path, status, field);
    }

    private static partial class Log
    {
        [LoggerMessage(310, LogLevel.Information, "{Method} was refused: {Status}, field `{Field}`")]
        public static partial void Refused(ILogger logger, string method, StatusCode status, string field);
    }
}
