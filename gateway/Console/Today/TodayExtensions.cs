using CollectiveImpact.Console.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Today;

/// <summary>What needs somebody today.</summary>
internal static class TodayExtensions
{
    public static IServiceCollection AddToday(this IServiceCollection services) => services
        .AddSingleton<TodayReader>()
        .AddSingleton<StaffTodos>()
        .AddSingleton<MeasureTodos>()
        .AddSingleton<AgendaTodos>();

    public static void MapToday(this PageRoutes pages)
    {
        pages.ReadOwn("/today", TodayReader.Show);
    }
}
