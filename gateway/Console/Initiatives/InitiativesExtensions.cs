using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Learning;
using CollectiveImpact.Console.Reconciling;
using CollectiveImpact.Console.Tree;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Initiatives;

/// <summary>The nest, an initiative, and a figure of it.</summary>
internal static class InitiativesExtensions
{
    public static IServiceCollection AddInitiatives(this IServiceCollection services) => services
        .AddSingleton<PanelReader>()
        .AddSingleton<NestReader>()
        .AddSingleton<InitiativeReader>()
        .AddSingleton<CurveReader>()
        .AddSingleton<FigureReader>();

    public static void MapInitiatives(this PageRoutes pages)
    {
        pages.Read("/", Pages.Nest);
        pages.Read("/initiatives/{id}", Pages.Initiative);
        pages.Read("/initiatives/{id}/figure", Pages.Figure);
    }
}
