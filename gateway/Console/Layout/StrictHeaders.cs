using CollectiveImpact.Console.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Layout;

/// <summary>The pages run nothing but the script of passkeys where people sign in, frame nothing and send forms to nobody else: the browser is told to hold them to it.</summary>
internal static class StrictHeaders
{
    public static ValueTask<object?> Add(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Set(context.HttpContext);
        return next(context);
    }

    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyFor(context);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    private static string PolicyFor(HttpContext context)
    {
        // A browser holds a form's whole way to this, and the provider stands on that way.
        var isSigningIn = context.GetEndpoint()?.Metadata.GetMetadata<SigningIn>() is not null;
        string[] forms = ["'self'", .. isSigningIn ? context.RequestServices.GetService<IProvider>()?.Origins ?? [] : []];
        return "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + (isSigningIn ? "script-src 'self'; connect-src 'self'; " : "")
            + $"base-uri 'none'; form-action {string.Join(' ', forms)}; frame-ancestors 'none'";
    }
}
