using CollectiveImpact.Console.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Growing;

/// <summary>From nest to flight.</summary>
internal static class GrowingExtensions
{
    public static IServiceCollection AddGrowing(this IServiceCollection services) => services.AddSingleton<GrowingPages>();

    public static void MapGrowing(this PageRoutes pages)
    {
        pages.Read("/initiatives/{id}/growing", GrowingPages.Show);
        pages.Send("/initiatives/{id}/growing", GrowingPages.Change);
    }
}
