using CollectiveImpact.Console.Agenda.Aligning;
using CollectiveImpact.Console.Agenda.Comparing;
using CollectiveImpact.Console.Agenda.Drafting;
using CollectiveImpact.Console.Agenda.Ratifying;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Together;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Agenda;

/// <summary>The common agenda: read, drafted, ratified, compared and aligned.</summary>
internal static class AgendaExtensions
{
    public static IServiceCollection AddAgenda(this IServiceCollection services) => services
        .AddSingleton<AgendaReader>()
        .AddSingleton<AgendaDraftPages>()
        .AddSingleton<RatifyPages>()
        .AddSingleton<ComparisonReader>()
        .AddSingleton<AlignmentPages>();

    public static void MapAgenda(this PageRoutes pages)
    {
        pages.Read("/initiatives/{id}/agenda", SidePages.Agenda);
        pages.Read("/initiatives/{id}/agenda/compare", ComparisonReader.Show);
        pages.Form("/initiatives/{id}/agenda/draft", AgendaDraftPages.Show, AgendaDraftPages.Save);
        pages.Form("/initiatives/{id}/agenda/put-forward", AgendaDraftPages.ShowPutForward, AgendaDraftPages.PutForward);
        pages.Form("/initiatives/{id}/agenda/ratify", RatifyPages.Show, RatifyPages.Ratify);
        pages.Form("/initiatives/{id}/agenda/alignments", AlignmentPages.Show, AlignmentPages.Change);
    }
}
