using CollectiveImpact.Console.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Operating;

/// <summary>A node and its links.</summary>
internal static class OperatingExtensions
{
    public static IServiceCollection AddOperating(this IServiceCollection services) => services
        .AddSingleton<OperateReader>();

    public static void MapOperating(this PageRoutes pages)
    {
        pages.ReadOwn("/initiatives/{id}/operate", OperateReader.Show);
    }
}
