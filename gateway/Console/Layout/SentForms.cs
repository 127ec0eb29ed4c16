using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.People;
using CollectiveImpact.Console.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Layout;

/// <summary>A form that was sent counts where it was these pages' own, and its sender is still signed in. What was typed is kept in any case.</summary>
internal static class SentForms
{
    // Far more than any form takes: who sends too much is heard out, to hear why it is refused and not only find the connection broken.
    private const long HeardOut = 64 * 1024 * 1024;

    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await Unread(http) is { } unread)
            return unread;
        var isOwn = http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
        var isSignedOut = http.GetEndpoint()?.Metadata.GetMetadata<ForAnybody>() is null && http.Features.Get<Visitor>() is not { IsSignedIn: true };
        return isOwn && !isSignedOut ? await next(context) : Again(http, isSignedOut);
    }

    /// <summary>Reads what was sent; gives an answer where it cannot be read.</summary>
    private static async Task<IResult?> Unread(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = HeardOut;
        try
        {
            if (context.Request.HasFormContentType)
                await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever was sending it has left.
            return Results.Empty;
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return new Page<TooLargePage>(new Edition(context.Request), StatusCodes.Status413PayloadTooLarge);
        }
        catch (IOException)
        {
            return new Page<FormOldPage>(new Edition(context.Request), StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Asks for the form once more, with all that was typed.</summary>
    private static IResult Again(HttpContext context, bool isSignedOut)
    {
        var edition = new Edition(context.Request);
        return KeptForm.Of(context.Request, edition) is { } kept
            ? new Page<SendAgainPage>(edition, StatusCodes.Status400BadRequest, ("Kept", kept), ("IsSignedOut", isSignedOut))
            : new Page<FormOldPage>(edition, StatusCodes.Status400BadRequest);
    }
}
