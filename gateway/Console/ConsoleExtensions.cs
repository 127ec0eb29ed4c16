using System.Text.Unicode;
using CollectiveImpact.Console.Activities;
using CollectiveImpact.Console.Agenda;
using CollectiveImpact.Console.Assets;
using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Communication;
using CollectiveImpact.Console.Growing;
using CollectiveImpact.Console.Holders;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Meetings;
using CollectiveImpact.Console.Operating;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.People;
using CollectiveImpact.Console.Problems;
using CollectiveImpact.Console.Reporting;
using CollectiveImpact.Console.Today;
using CollectiveImpact.Console.Together;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace CollectiveImpact.Console;

/// <summary>Adds the pages to a host that has a <see cref="Grpc.Core.CallInvoker"/> into the nest.</summary>
public static class ConsoleExtensions
{
    /// <summary>What the pages are made of. The host registers the call invoker that routes their calls.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        // Accents are letters, not escapes: the pages are UTF-8.
        services.AddWebEncoders();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddSingleton<NestCalls>();
        services.AddInitiatives();
        services.AddHolders();
        services.AddGrowing();
        services.AddOperating();
        services.AddReporting();
        services.AddAgenda();
        services.AddActivities();
        services.AddCommunication();
        services.AddMeetings();
        services.AddPartners();
        services.AddToday();
        services.AddSides();
        services.AddPeople();
        return services;
    }

    /// <summary>Answers with a page of their own where pages fail. Goes before whatever else pages need.</summary>
    public static IApplicationBuilder UseConsole(this IApplicationBuilder application) => application.UseWhen(
        context => LanguageChoice.IsNamed(context.Request), pages => pages.UseExceptionHandler(failed => failed.Run(Unforeseen.Answer)));

    /// <summary>Serves <c>/en/…</c>, <c>/fr/…</c> and <c>/console/…</c>; <c>/</c> leads to the language that the browser prefers.</summary>
    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder endpoints)
    {
        var strict = endpoints.MapGroup("").AddEndpointFilter(StrictHeaders.Add);
        strict.MapMethods("/", PageRoutes.Reading, Pages.InLanguage);
        strict.MapMethods("/initiatives/{**page}", PageRoutes.Reading, Pages.InLanguage);
        foreach (var asset in new[] { Asset.Stylesheet, Asset.Icon, Asset.Passkeys })
            strict.MapMethods($"/console/{asset.Name}", PageRoutes.Reading, asset.Answer);
        var host = endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>();
        if (host.IsService(typeof(IProvider)))
            strict.MapMethods("/sign-in", PageRoutes.Reading, Pages.InLanguage);
        foreach (var language in Enum.GetValues<Language>())
            MapPages(new PageRoutes(strict.MapGroup(LanguageChoice.PrefixOf(language)), host.IsService(typeof(IPeople))), host.IsService(typeof(IProvider)));
        return endpoints;
    }

    private static void MapPages(PageRoutes pages, bool hasProvider)
    {
        pages.MapInitiatives();
        pages.MapHolders();
        pages.MapGrowing();
        pages.MapOperating();
        pages.MapReporting();
        pages.MapAgenda();
        pages.MapActivities();
        pages.MapCommunication();
        pages.MapMeetings();
        pages.MapPartners();
        pages.MapToday();
        pages.MapSides();
        pages.MapPeople(hasProvider);
        pages.Read("/{**other}", Pages.Unknown);
    }
}
