using Grpc.Core;

namespace CollectiveImpact.GrpcApi.Tests.Behaviour;

public sealed class OutcomeTests
{
    private static readonly Status NotFound = new(StatusCode.NotFound, "no such partner");

    [Fact]
    public void A_status_reads_as_code_and_detail() =>
        Assert.Equal("Status(StatusCode=\"NotFound\", Detail=\"no such partner\")", NotFound.ToString());

    [Fact]
    public void A_status_with_a_cause_reads_with_its_cause()
    {
        var status = new Status(StatusCode.Internal, "broken", new FormatException("odd"));

        Assert.Equal(
            "Status(StatusCode=\"Internal\", Detail=\"broken\", DebugException=\"System.FormatException: odd\")",
            status.ToString());
    }

    [Fact]
    public void A_status_of_nothing_is_success_without_detail()
    {
        Assert.Equal(StatusCode.OK, default(Status).StatusCode);
        Assert.Equal("", default(Status).Detail);
        Assert.Equal(StatusCode.OK, Status.DefaultSuccess.StatusCode);
        Assert.Equal(StatusCode.Cancelled, Status.DefaultCancelled.StatusCode);
    }

    [Fact]
    public void The_codes_are_those_of_the_wire()
    {
        string[] inOrder =
        [
            "OK", "Cancelled", "Unknown", "InvalidArgument", "DeadlineExceeded", "NotFound", "AlreadyExists",
            "PermissionDenied", "ResourceExhausted", "FailedPrecondition", "Aborted", "OutOfRange", "Unimplemented",
            "Internal", "Unavailable", "DataLoss", "Unauthenticated",
        ];

        Assert.Equal(inOrder, Enumerable.Range(0, 17).Select(code => ((StatusCode)code).ToString()));
    }

    [Fact]
    public void An_exception_reads_as_its_status() =>
        Assert.Equal(NotFound.ToString(), new RpcException(NotFound).Message);

    [Fact]
    public void An_exception_may_read_otherwise() =>
        Assert.Equal("who?", new RpcException(NotFound, "who?").Message);

    [Fact]
    public void An_exception_has_its_status_and_trailers_and_the_cause_inside()
    {
        var cause = new FormatException("odd");
        var trailers = new Metadata { { "field", "name" } };
        var error = new RpcException(new Status(StatusCode.Internal, "broken", cause), trailers);

        Assert.Equal(StatusCode.Internal, error.StatusCode);
        Assert.Same(trailers, error.Trailers);
        Assert.Same(cause, error.InnerException);
    }

    [Fact]
    public void An_exception_without_trailers_has_empty_ones() => Assert.Empty(new RpcException(NotFound).Trailers);
}
