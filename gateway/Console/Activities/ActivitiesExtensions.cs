using CollectiveImpact.Console.Activities.Planning;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Together;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Activities;

/// <summary>Activities, their plan, and who commits to what.</summary>
internal static class ActivitiesExtensions
{
    public static IServiceCollection AddActivities(this IServiceCollection services) => services
        .AddSingleton<ActivitiesReader>()
        .AddSingleton<PlanReader>()
        .AddSingleton<ActivityForms>()
        .AddSingleton<CommitmentForms>();

    public static void MapActivities(this PageRoutes pages)
    {
        pages.Read("/initiatives/{id}/activities", SidePages.Activities);
        pages.Read("/initiatives/{id}/plan", PlanPages.Plan);
        pages.Form("/initiatives/{id}/activity", ActivityForms.Activity);
        pages.Form("/initiatives/{id}/commitment", CommitmentForms.Commitment);
    }
}
