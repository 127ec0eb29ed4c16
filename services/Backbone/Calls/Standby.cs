using CollectiveImpact.Exchange.Log;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Backbone.Calls;

/// <summary>A replica that does not hold the log answers no call: it would answer with what it knew before.</summary>
internal static class Standby
{
    public static IApplicationBuilder UseStandby(this IApplicationBuilder application)
    {
        var log = application.ApplicationServices.GetRequiredService<DocumentLog>();
        return application.Use((context, next) =>
            log.StandsBy is { } reason && context.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true
                ? Refuse(context, reason)
                : next(context));
    }

    private static Task Refuse(HttpContext context, string reason)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = ((int)StatusCode.Unavailable).ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.Headers["grpc-message"] = Uri.EscapeDataString(reason);
        return Task.CompletedTask;
    }
}
