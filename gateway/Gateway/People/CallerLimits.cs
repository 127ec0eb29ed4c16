using System.Globalization;
using System.Threading.RateLimiting;
using CollectiveImpact.Console.People;
using CollectiveImpact.Gateway.PassThrough;
using CollectiveImpact.Gateway.Routing;
using Grpc.Core;
using Microsoft.AspNetCore.RateLimiting;

namespace CollectiveImpact.Gateway.People;

/// <summary>
/// How much one person, or one address where nobody is signed in, may ask: far more than people do by hand, and far less
/// than it takes to keep others out or to try passwords.
/// </summary>
internal static class CallerLimits
{
    private const int Attempts = 30, AtOnce = 400, EachSecond = 100;

    public static void Set(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.GetEndpoint()?.Metadata.GetMetadata<SignInAttempt>() is null
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => new() { PermitLimit = Attempts, Window = TimeSpan.FromMinutes(1) })),
            PartitionedRateLimiter.Create<HttpContext, string>(context => context.Features.Get<Visitor>() is { Name: "", Caller.Administrator: true }
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetTokenBucketLimiter(
                    context.Features.Get<Visitor>() is { IsSignedIn: true } visitor ? visitor.Caller.Person : AddressOf(context),
                    _ => new() { TokenLimit = AtOnce, TokensPerPeriod = EachSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) })));
        limiter.OnRejected = RejectAsync;
    }

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        if (context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true)
        {
            GrpcRejection.Reject(context.Response, new Rejection(StatusCode.ResourceExhausted, "You ask more than one caller may: wait a second, and go on more slowly."));
            return;
        }
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(
            "Too many requests: wait a minute, and try again. · Trop de demandes : attendez une minute, puis réessayez.", cancellationToken);
    }

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
