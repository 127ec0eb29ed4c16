using System.Text.Unicode;
using CollectiveImpact.Console.Activities;
using CollectiveImpact.Console.Activities.Planning;
using CollectiveImpact.Console.Agenda;
using CollectiveImpact.Console.Agenda.Aligning;
using CollectiveImpact.Console.Agenda.Comparing;
using CollectiveImpact.Console.Agenda.Drafting;
using CollectiveImpact.Console.Agenda.Ratifying;
using CollectiveImpact.Console.Assets;
using CollectiveImpact.Console.Calls;
using CollectiveImpact.Console.Campaigns;
using CollectiveImpact.Console.Communication;
using CollectiveImpact.Console.Communication.Conversations;
using CollectiveImpact.Console.Communication.Digests;
using CollectiveImpact.Console.Communication.Speaking;
using CollectiveImpact.Console.Funding;
using CollectiveImpact.Console.Holders;
using CollectiveImpact.Console.Importing;
using CollectiveImpact.Console.Initiatives;
using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.Learning;
using CollectiveImpact.Console.Meetings;
using CollectiveImpact.Console.Operating;
using CollectiveImpact.Console.Partners;
using CollectiveImpact.Console.Partners.Engaging;
using CollectiveImpact.Console.People;
using CollectiveImpact.Console.Policies;
using CollectiveImpact.Console.Problems;
using CollectiveImpact.Console.Proposals;
using CollectiveImpact.Console.Reconciling;
using CollectiveImpact.Console.RecordForms;
using CollectiveImpact.Console.Reporting;
using CollectiveImpact.Console.Today;
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
        services.AddSingleton<MatrixReader>();
        services.AddSingleton<OperateReader>();
        services.AddSingleton<TodayReader>();
        services.AddSingleton<StaffTodos>();
        services.AddSingleton<MeasureTodos>();
        services.AddSingleton<AgendaTodos>();
        services.AddSingleton<PendingImports>();
        services.AddSingleton<ImportPages>();
        services.AddSingleton<AgendaDraftPages>();
        services.AddSingleton<RatifyPages>();
        services.AddSingleton<ComparisonReader>();
        services.AddSingleton<AlignmentPages>();
        services.AddSingleton<MeetingsReader>();
        services.AddSingleton<MeetingPages>();
        services.AddSingleton<MeetingForms>();
        services.AddSingleton<DraftKeeping>();
        services.AddSingleton<SpeakingForms>();
        services.AddSingleton<ConversationReader>();
        services.AddSingleton<ConversationPages>();
        services.AddSingleton<OpeningForms>();
        services.AddSingleton<DigestPages>();
        services.AddSingleton<PartnerForms>();
        services.AddSingleton<VoiceForms>();
        services.AddSingleton<PlanReader>();
        services.AddSingleton<ActivityForms>();
        services.AddSingleton<CommitmentForms>();
        services.AddWriting();
        services.AddSingleton<ActionNames>();
        services.AddSingleton<CurveReader>();
        services.AddSingleton<LearningReader>();
        services.AddSingleton<PolicyReader>();
        services.AddSingleton<PublicWillReader>();
        services.AddSingleton<FundingReader>();
        return services;
    }

    /// <summary>Answers with a page of their own where pages fail. Goes before whatever else pages need.</summary>
    public static IApplicationBuilder UseConsole(this IApplicationBuilder application) => application.UseWhen(
        context => LanguageChoice.IsNamed(context.Request), pages => pages.UseExceptionHandler(failed => failed.Run(Unforeseen.Answer)));

    /// <summary>Serves <c>/en/…</c>, <c>/fr/…</c> and <c>/console/…</c>; <c>/</c> leads to the language that the browser prefers.</summary>
    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder endpoints)
    {
        var strict = endpoints.MapGroup("").AddEndpointFilter(StrictHeaders.Add);
        strict.MapMethods("/", Reading, Pages.InLanguage);
        strict.MapMethods("/initiatives/{**page}", Reading, Pages.InLanguage);
        foreach (var asset in new[] { Asset.Stylesheet, Asset.Icon, Asset.Passkeys })
            strict.MapMethods($"/console/{asset.Name}", Reading, asset.Answer);
        var host = endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>();
        if (host.IsService(typeof(IProvider)))
            strict.MapMethods("/sign-in", Reading, Pages.InLanguage);
        foreach (var language in Enum.GetValues<Language>())
        {
            var pages = strict.MapGroup(LanguageChoice.PrefixOf(language));
            MapPages(pages);
            if (host.IsService(typeof(IPeople)))
                MapPeople(pages);
            if (host.IsService(typeof(IProvider)))
                MapProvider(pages);
        }
        return endpoints;
    }

    private static void MapPages(RouteGroupBuilder pages)
    {
        pages.MapMethods("/", Reading, Pages.Nest);
        pages.MapMethods("/initiatives/{id}", Reading, Pages.Initiative);
        pages.MapMethods("/initiatives/{id}/figure", Reading, Pages.Figure);
        pages.MapMethods("/initiatives/{id}/agenda", Reading, SidePages.Agenda);
        pages.MapMethods("/initiatives/{id}/functions", Reading, MatrixReader.Show);
        pages.MapMethods("/initiatives/{id}/agenda/compare", Reading, ComparisonReader.Show);
        pages.MapMethods("/initiatives/{id}/activities", Reading, SidePages.Activities);
        pages.MapMethods("/initiatives/{id}/communication", Reading, SidePages.Communication);
        pages.MapMethods("/initiatives/{id}/partners", Reading, SidePages.Partners);
        pages.MapMethods("/initiatives/{id}/proposals", Reading, SidePages.Proposals);
        pages.MapMethods("/initiatives/{id}/meetings", Reading, MeetingPages.List);
        pages.MapMethods("/initiatives/{id}/meetings/{meeting}", Reading, MeetingPages.One);
        pages.MapMethods("/initiatives/{id}/channels/{of}/{channel}", Reading, ConversationPages.Channel);
        pages.MapMethods("/initiatives/{id}/channels/{of}/{channel}/{thread}", Reading, ConversationPages.Thread);
        pages.MapMethods("/initiatives/{id}/digest", Reading, DigestPages.Digest);
        pages.MapMethods("/initiatives/{id}/silent", Reading, DigestPages.Silent);
        pages.MapMethods("/initiatives/{id}/plan", Reading, PlanPages.Plan);
        pages.MapMethods("/initiatives/{id}/learning", Reading, LearningPages.Show);
        pages.MapMethods("/initiatives/{id}/policy", Reading, PolicyPages.Show);
        pages.MapMethods("/initiatives/{id}/public-will", Reading, PublicWillPages.Show);
        pages.MapMethods("/initiatives/{id}/resources", Reading, FundingPages.Show);
        pages.MapMethods("/{**other}", Reading, Pages.Unknown);
    }

    private static void MapPeople(RouteGroupBuilder pages)
    {
        var forms = pages.MapGroup("").AddEndpointFilter(SentForms.Check);
        pages.MapMethods("/sign-in", Reading, EntryPages.SignIn).WithMetadata(SigningIn.Here);
        forms.MapPost("/sign-in", EntryPages.TrySignIn).WithMetadata(SignInAttempt.One, SigningIn.Here);
        forms.MapPost("/sign-out", EntryPages.SignOut);
        pages.MapMethods("/join", Reading, EntryPages.Join).WithMetadata(SigningIn.Here);
        forms.MapPost("/join", EntryPages.TryJoin).WithMetadata(SignInAttempt.One, SigningIn.Here);
        pages.MapMethods("/you", Reading, PeoplePages.You).WithMetadata(SigningIn.Here);
        forms.MapPost("/you", PeoplePages.ChangeYou).WithMetadata(SigningIn.Here);
        forms.MapPost("/sign-in/passkey", PasskeyPages.SignIn).WithMetadata(SigningIn.Here);
        forms.MapPost("/sign-in/passkey/options", PasskeyPages.AskToSignIn);
        forms.MapPost("/join/passkey", PasskeyPages.Join).WithMetadata(SigningIn.Here);
        forms.MapPost("/join/passkey/options", PasskeyPages.AskToJoin);
        forms.MapPost("/you/passkey", PasskeyPages.Change).WithMetadata(SigningIn.Here);
        forms.MapPost("/you/passkey/options", PasskeyPages.AskToAdd);
        foreach (var form in new[] { "/sign-in/passkey", "/join/passkey", "/you/passkey" })
            pages.MapMethods(form, Reading, PasskeyPages.Return);
        pages.MapMethods("/today", Reading, TodayReader.Show);
        pages.MapMethods("/initiatives/{id}/operate", Reading, OperateReader.Show);
        pages.MapMethods("/initiatives/{id}/functions/{function}", Reading, HolderPages.Show);
        forms.MapPost("/initiatives/{id}/functions/{function}", HolderPages.Change);
        pages.MapMethods("/initiatives/{id}/report", Reading, ReportPages.Show);
        forms.MapPost("/initiatives/{id}/report", ReportPages.Report);
        pages.MapMethods("/initiatives/{id}/import", Reading, ImportPages.Show);
        forms.MapPost("/initiatives/{id}/import", ImportPages.Import);
        pages.MapMethods("/initiatives/{id}/agenda/draft", Reading, AgendaDraftPages.Show);
        forms.MapPost("/initiatives/{id}/agenda/draft", AgendaDraftPages.Save);
        pages.MapMethods("/initiatives/{id}/agenda/put-forward", Reading, AgendaDraftPages.ShowPutForward);
        forms.MapPost("/initiatives/{id}/agenda/put-forward", AgendaDraftPages.PutForward);
        pages.MapMethods("/initiatives/{id}/agenda/ratify", Reading, RatifyPages.Show);
        forms.MapPost("/initiatives/{id}/agenda/ratify", RatifyPages.Ratify);
        pages.MapMethods("/initiatives/{id}/agenda/alignments", Reading, AlignmentPages.Show);
        forms.MapPost("/initiatives/{id}/agenda/alignments", AlignmentPages.Change);
        pages.MapMethods("/initiatives/{id}/published", Reading, PublishingPages.Show);
        forms.MapPost("/initiatives/{id}/published", PublishingPages.Change);
        MapMeetings(pages, forms);
        forms.MapPost("/initiatives/{id}/channels/{of}/{channel}/{thread}", ConversationPages.Say);
        MapForm("/initiatives/{id}/open-channel", OpeningForms.Channel);
        MapForm("/initiatives/{id}/open-thread/{channel}", OpeningForms.Thread);
        MapForm("/initiatives/{id}/announce", SpeakingForms.Announce);
        MapForm("/initiatives/{id}/tell", SpeakingForms.Tell);
        MapForm("/initiatives/{id}/drafts", SpokenDrafts.List);
        forms.MapPost("/initiatives/{id}/partners", PartnerForms.Heard);
        MapForm("/initiatives/{id}/partner", PartnerForms.Partner);
        MapForm("/initiatives/{id}/voices", VoiceForms.Voices);
        MapForm("/initiatives/{id}/activity", ActivityForms.Activity);
        MapForm("/initiatives/{id}/commitment", CommitmentForms.Commitment);
        foreach (var whose in new[] { "", "/initiatives/{id}" })
        {
            pages.MapMethods(whose + "/people", Reading, PeoplePages.Members);
            forms.MapPost(whose + "/people", PeoplePages.ChangeMembers);
            pages.MapMethods(whose + "/trail", Reading, PeoplePages.Trail);
        }

        // A form is shown and sent at one address.
        void MapForm(string address, Delegate answer)
        {
            pages.MapMethods(address, Reading, answer);
            forms.MapPost(address, answer);
        }
    }

    private static void MapMeetings(RouteGroupBuilder pages, RouteGroupBuilder forms)
    {
        forms.MapPost("/initiatives/{id}/meetings", MeetingPages.ChooseZone);
        pages.MapMethods("/initiatives/{id}/call-meeting", Reading, MeetingForms.ShowCall);
        forms.MapPost("/initiatives/{id}/call-meeting", MeetingForms.Call);
        forms.MapPost("/initiatives/{id}/meetings/{meeting}", MeetingPages.Change);
        pages.MapMethods("/initiatives/{id}/meetings/{meeting}/change", Reading, MeetingForms.ShowChange);
        forms.MapPost("/initiatives/{id}/meetings/{meeting}/change", MeetingForms.Change);
        pages.MapMethods("/initiatives/{id}/meetings/{meeting}/minutes", Reading, MeetingForms.ShowMinutes);
        forms.MapPost("/initiatives/{id}/meetings/{meeting}/minutes", MeetingForms.WriteMinutes);
        WritingExtensions.MapWriting(pages, forms);
    }

    private static void MapProvider(RouteGroupBuilder pages)
    {
        var forms = pages.MapGroup("").AddEndpointFilter(SentForms.Check);
        forms.MapPost("/sign-in/provider", ProviderPages.SignIn);
        forms.MapPost("/join/provider", ProviderPages.Join);
        forms.MapPost("/you/provider", ProviderPages.Change);
    }
}
