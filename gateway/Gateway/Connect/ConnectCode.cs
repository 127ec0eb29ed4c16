using Grpc.Core;

namespace CollectiveImpact.Gateway.Connect;

/// <summary>gRPC's status codes as the Connect protocol writes them: a word, and a status of HTTP.</summary>
internal static class ConnectCode
{
    public static (string Name, int HttpStatus) Of(StatusCode code) => code switch
    {
        StatusCode.Cancelled => ("canceled", 499),
        StatusCode.InvalidArgument => ("invalid_argument", 400),
        StatusCode.DeadlineExceeded => ("deadline_exceeded", 504),
        StatusCode.NotFound => ("not_found", 404),
        StatusCode.AlreadyExists => ("already_exists", 409),
        StatusCode.PermissionDenied => ("permission_denied", 403),
        StatusCode.ResourceExhausted => ("resource_exhausted", 429),
        StatusCode.FailedPrecondition => ("failed_precondition", 400),
        StatusCode.Aborted => ("aborted", 409),
        StatusCode.OutOfRange => ("out_of_range", 400),
        StatusCode.Unimplemented => ("unimplemented", 501),
        StatusCode.Internal => ("internal", 500),
        StatusCode.Unavailable => ("unavailable", 503),
        StatusCode.DataLoss => ("data_loss", 500),
        StatusCode.Unauthenticated => ("unauthenticated", 401),
        _ => ("unknown", 500),
    };
}
