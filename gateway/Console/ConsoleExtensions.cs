using System.Text.Unicode;
using CollectiveImpact.Console.Activities;
using CollectiveImpact.Console.Agenda;
using CollectiveImpact.Console.Assets;
using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Communication;
using CollectiveImpact.Console.Holders;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.People;
using CollectiveImpact.Console.Proposals;
using CollectiveImpact.Console.Reconciling;
using CollectiveImpact.Console.Reporting;
using CollectiveImpact.Console.Together;
using CollectiveImpact.Console.Tree;
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
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>What the pages are made of. The host registers the call invoker that routes their calls.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        // Accents are letters, not escapes: the pages are UTF-8.
        services.AddWebEncoders();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddSingleton<NestCalls>();
        services.AddSingleton<PanelReader>();
        services.AddSingleton<NestReader>();
        services.AddSingleton<InitiativeReader>();
        services.AddSingleton<FigureReader>();
        services.AddSingleton<AgendaReader>();
        services.AddSingleton<ActivitiesReader>();
        services.AddSingleton<CommunicationReader>();
        services.AddSingleton<PartnersReader>();
        services.AddSingleton<ProposalsReader>();
        services.AddSingleton<PublishingPages>();
        services.AddSingleton<ReportPages>();
        services.AddSingleton<HolderPages>();
        return services;
    }

    /// <summary>Serves <c>/en/…</c>, <c>/fr/…</c> and <c>/console/…</c>; <c>/</c> leads to the language that the browser prefers.</summary>
    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder endpoints)
    {
        var strict = endpoints.MapGroup("").AddEndpointFilter(StrictHeaders.Add);
        strict.MapMethods("/", Reading, Pages.InLanguage);
        strict.MapMethods("/initiatives/{**page}", Reading, Pages.InLanguage);
        foreach (var asset in new[] { Asset.Stylesheet, Asset.Icon })
            strict.MapMethods($"/console/{asset.Name}", Reading, asset.Answer);
        var hasPeople = endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IPeople));
        foreach (var language in Enum.GetValues<Language>())
        {
            var pages = strict.MapGroup(LanguageChoice.PrefixOf(language));
            MapPages(pages);
            if (hasPeople)
                MapPeople(pages);
        }
        return endpoints;
    }

    private static void MapPages(RouteGroupBuilder pages)
    {
        pages.MapMethods("/", Reading, Pages.Nest);
        pages.MapMethods("/initiatives/{id}", Reading, Pages.Initiative);
        pages.MapMethods("/initiatives/{id}/figure", Reading, Pages.Figure);
        pages.MapMethods("/initiatives/{id}/agenda", Reading, SidePages.Agenda);
        pages.MapMethods("/initiatives/{id}/activities", Reading, SidePages.Activities);
        pages.MapMethods("/initiatives/{id}/communication", Reading, SidePages.Communication);
        pages.MapMethods("/initiatives/{id}/partners", Reading, SidePages.Partners);
        pages.MapMethods("/initiatives/{id}/proposals", Reading, SidePages.Proposals);
        pages.MapMethods("/{**other}", Reading, Pages.Unknown);
    }

    private static void MapPeople(RouteGroupBuilder pages)
    {
        var forms = pages.MapGroup("").AddEndpointFilter(SentForms.Check);
        pages.MapMethods("/sign-in", Reading, PeoplePages.SignIn);
        forms.MapPost("/sign-in", PeoplePages.TrySignIn).WithMetadata(SignInAttempt.One);
        forms.MapPost("/sign-out", PeoplePages.SignOut);
        pages.MapMethods("/join", Reading, PeoplePages.Join);
        forms.MapPost("/join", PeoplePages.TryJoin).WithMetadata(SignInAttempt.One);
        pages.MapMethods("/you", Reading, PeoplePages.You);
        forms.MapPost("/you", PeoplePages.ChangeYou);
        pages.MapMethods("/initiatives/{id}/functions/{function}", Reading, HolderPages.Show);
        forms.MapPost("/initiatives/{id}/functions/{function}", HolderPages.Change);
        pages.MapMethods("/initiatives/{id}/report", Reading, ReportPages.Show);
        forms.MapPost("/initiatives/{id}/report", ReportPages.Report);
        pages.MapMethods("/initiatives/{id}/published", Reading, PublishingPages.Show);
        forms.MapPost("/initiatives/{id}/published", PublishingPages.Change);
        foreach (var whose in new[] { "", "/initiatives/{id}" })
        {
            pages.MapMethods(whose + "/people", Reading, PeoplePages.Members);
            forms.MapPost(whose + "/people", PeoplePages.ChangeMembers);
            pages.MapMethods(whose + "/trail", Reading, PeoplePages.Trail);
        }
    }
}
