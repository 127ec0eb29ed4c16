using System.Text;
using CollectiveImpact.Console.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollectiveImpact.Console.Layout;

/// <summary>
/// A page as the answer to a request. It renders the component itself: the framework's own result needs the
/// services of interactive pages, and with them a key ring on disk that nothing here would use.
/// </summary>
internal sealed class Page<TComponent>(
    Edition edition, int status, params (string Name, object Value)[] parameters) : IResult
    where TComponent : IComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var values = parameters.ToDictionary(parameter => parameter.Name, parameter => (object?)parameter.Value);
            values["Edition"] = edition;
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(values));
            return root.ToHtmlString();
        });

        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentLanguage = edition.Culture.Name;
        // Whoever comes to the same machine later does not go back to what was somebody's own.
        response.Headers.CacheControl = edition.Visitor is null ? "no-cache" : "no-store";
        await response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }
}
