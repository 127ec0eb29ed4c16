using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Layout;

/// <summary>Leads to another page: after a form that was sent, the browser reads on, and a reload does not send it again.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
