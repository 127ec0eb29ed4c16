using CollectiveImpact.Console.Importing;
using CollectiveImpact.Console.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Reporting;

/// <summary>Figures that people bring.</summary>
internal static class ReportingExtensions
{
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddSingleton<ReportPages>()
        .AddSingleton<PendingImports>()
        .AddSingleton<ImportPages>();

    public static void MapReporting(this PageRoutes pages)
    {
        pages.Form("/initiatives/{id}/report", ReportPages.Show, ReportPages.Report);
        pages.Form("/initiatives/{id}/import", ImportPages.Show, ImportPages.Import);
    }
}
