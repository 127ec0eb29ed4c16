using CollectiveImpact.Console.Campaigns;
using CollectiveImpact.Console.Funding;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Learning;
using CollectiveImpact.Console.Policies;
using CollectiveImpact.Console.Proposals;
using CollectiveImpact.Console.RecordForms;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Together;

/// <summary>The sides of the work that are read on one page each and written by record forms.</summary>
internal static class SidesExtensions
{
    public static IServiceCollection AddSides(this IServiceCollection services) => services
        .AddSingleton<ProposalsReader>()
        .AddSingleton<ActionNames>()
        .AddSingleton<LearningReader>()
        .AddSingleton<PolicyReader>()
        .AddSingleton<PublicWillReader>()
        .AddSingleton<FundingReader>()
        .AddSingleton<Writers>()
        .AddSingleton<WritingPages>();

    public static void MapSides(this PageRoutes pages)
    {
        pages.Read("/initiatives/{id}/proposals", SidePages.Proposals);
        pages.Read("/initiatives/{id}/learning", LearningPages.Show);
        pages.Read("/initiatives/{id}/policy", PolicyPages.Show);
        pages.Read("/initiatives/{id}/public-will", PublicWillPages.Show);
        pages.Read("/initiatives/{id}/resources", FundingPages.Show);
        pages.MapWriting();
    }
}
