using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Layout;

/// <summary>A form that was sent counts where it was these pages' own.</summary>
internal static class SentForms
{
    // Far more than any form takes: who sends too much is heard out, to hear why it is refused and not only find the connection broken.
    private const long HeardOut = 64 * 1024 * 1024;

    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = HeardOut;
        try
        {
            if (!http.Request.HasFormContentType || !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
                return new Page<FormOldPage>(new Edition(http.Request), StatusCodes.Status400BadRequest);
        }
        catch (AntiforgeryValidationException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever was sending it has left.
            return Results.Empty;
        }
        catch (AntiforgeryValidationException exception)
        {
            return exception.InnerException is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                ? new Page<TooLargePage>(new Edition(http.Request), StatusCodes.Status413PayloadTooLarge)
                : new Page<FormOldPage>(new Edition(http.Request), StatusCodes.Status400BadRequest);
        }

        return await next(context);
    }
}
