using CollectiveImpact.Console.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Holders;

/// <summary>Who holds which function.</summary>
internal static class HoldersExtensions
{
    public static IServiceCollection AddHolders(this IServiceCollection services) => services
        .AddSingleton<HolderPages>()
        .AddSingleton<MatrixReader>();

    public static void MapHolders(this PageRoutes pages)
    {
        pages.Read("/initiatives/{id}/functions", MatrixReader.Show);
        pages.Form("/initiatives/{id}/functions/{function}", HolderPages.Show, HolderPages.Change);
    }
}
