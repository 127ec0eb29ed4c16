using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Partners.Engaging;
using CollectiveImpact.Console.Together;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Partners;

/// <summary>Partners, and the voices that are sought.</summary>
internal static class PartnersExtensions
{
    public static IServiceCollection AddPartners(this IServiceCollection services) => services
        .AddSingleton<PartnersReader>()
        .AddSingleton<PartnerForms>()
        .AddSingleton<VoiceForms>();

    public static void MapPartners(this PageRoutes pages)
    {
        pages.Read("/initiatives/{id}/partners", SidePages.Partners);
        pages.Send("/initiatives/{id}/partners", PartnerForms.Heard);
        pages.Form("/initiatives/{id}/partner", PartnerForms.Partner);
        pages.Form("/initiatives/{id}/voices", VoiceForms.Voices);
    }
}
