using CollectiveImpact.Console.Together;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>Puts the forms of the sides at their addresses.</summary>
internal static class WritingExtensions
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddWriting(this IServiceCollection services) =>
        services.AddSingleton<Writers>().AddSingleton<WritingPages>();

    /// <param name="pages">Where forms are read.</param>
    /// <param name="forms">Where they are sent.</param>
    public static void MapWriting(RouteGroupBuilder pages, RouteGroupBuilder forms)
    {
        foreach (var (side, name, make) in WritingForms.All)
        {
            var address = $"/initiatives/{{id}}/{SidePath.Of(side)}/{name}";
            pages.MapMethods(address, Reading, (HttpContext context, string id, WritingPages writing) => writing.Show(context, id, make));
            forms.MapPost(address, (HttpContext context, string id, WritingPages writing) => writing.Save(context, id, make));
        }
    }
}
