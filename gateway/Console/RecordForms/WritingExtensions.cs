using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Together;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>Puts the forms of the sides at their addresses.</summary>
internal static class WritingExtensions
{
    public static void MapWriting(this PageRoutes pages)
    {
        foreach (var (side, name, make) in WritingForms.All)
            pages.Form(
                $"/initiatives/{{id}}/{SidePath.Of(side)}/{name}",
                (HttpContext context, string id, WritingPages writing) => writing.Show(context, id, make),
                (HttpContext context, string id, WritingPages writing) => writing.Save(context, id, make));
    }
}
