using System.Security.Cryptography;
using CollectiveImpact.Backbone.Access;
using CollectiveImpact.Backbone.Activities;
using CollectiveImpact.Backbone.Agenda;
using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Communication;
using CollectiveImpact.Backbone.Health;
using CollectiveImpact.Backbone.Measurement;
using CollectiveImpact.Backbone.Measurement.Learning;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Nest.Flight;
using CollectiveImpact.Backbone.Nest.History;
using CollectiveImpact.Backbone.Partners;
using CollectiveImpact.Backbone.Policy;
using CollectiveImpact.Backbone.Proposals;
using CollectiveImpact.Backbone.PublicWill;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Resources;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Backbone.Support;
using CollectiveImpact.Exchange;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Links;
using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.Exchange.Telemetry;
using CollectiveImpact.Hosting.Callers;
using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.Hosting.Health;
using CollectiveImpact.Hosting.OnePort;
using CollectiveImpact.Hosting.Telemetry;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CollectiveImpact.Backbone;

/// <summary>What a backbone's service is made of.</summary>
public static class Extensions
{
    private const string DefaultUrl = "http://localhost:5000";

    /// <summary>Adds the exchange, and the conditions and functions that run over it, for initiatives of one level.</summary>
    public static IHostApplicationBuilder AddBackbone(this WebApplicationBuilder builder, Level level)
    {
        // An endpoint of the section `Kestrel` is for gRPC; ports that `--urls` asks for answer plain HTTP/1.1 too.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.AddOnePort(DefaultUrl);
        builder.AddTelemetry(Exported(level));
        builder.Services.AddSingleton<RefusalInterceptor>();
        builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<RefusalInterceptor>());
        builder.AddAccess();
        builder.Services.AddHealth();
        builder.Services.AddBackbone(level);
        return builder;
    }

    /// <summary>The same without a server.</summary>
    internal static IServiceCollection AddBackbone(this IServiceCollection services, Level level)
    {
        services.AddExchange();
        services.AddSingleton(provider => new NodeDescription(level, provider.GetRequiredService<IOptions<ExchangeOptions>>().Value.Name));
        services.AddSingleton<StandingRules>();
        services.AddSingleton<IDocumentRules>(provider => provider.GetRequiredService<StandingRules>());
        services.AddNest();
        services.AddCharter();
        services.AddMeasurement();
        services.AddRecords();
        services.AddPartners();
        services.AddProposals();
        services.AddAgenda();
        services.AddCommunication();
        services.AddActivities();
        services.AddResources();
        services.AddPolicy();
        services.AddLearning();
        services.AddFlight();
        services.AddPublicWill();
        services.AddSupport();
        return services;
    }

    /// <summary>Serves what <see cref="AddBackbone(WebApplicationBuilder, Level)"/> added.</summary>
    public static WebApplication MapBackbone(this WebApplication application)
    {
        application.UseStandby();
        application.MapOperator();
        application.MapGrpcService<PublishingService>();
        application.MapGrpcService<NestService>();
        application.MapGrpcService<ExchangeHealthService>();
        application.MapGrpcService<HistoryService>();
        application.MapGrpcService<CharterService>();
        application.MapGrpcService<SharedMeasurementService>();
        application.MapGrpcService<PartnersService>();
        application.MapGrpcService<ProposalsService>();
        application.MapGrpcService<CommonAgendaService>();
        application.MapGrpcService<CommunicationService>();
        application.MapGrpcService<ActivitiesService>();
        application.MapGrpcService<ResourcesService>();
        application.MapGrpcService<PolicyService>();
        application.MapGrpcService<LearningService>();
        application.MapGrpcService<FlightService>();
        application.MapGrpcService<PublicWillService>();
        application.MapGrpcService<BackboneSupportService>();
        application.MapHealth();
        return application;
    }

    /// <summary>Runs until the service is told to stop. What keeps it from starting is said in a line, and the exit code is 1.</summary>
    public static int RunBackbone(this WebApplication application)
    {
        try
        {
            application.Run();
            return 0;
        }
        catch (Exception exception) when (
            exception is IOException or InvalidDataException or ArgumentException or UnauthorizedAccessException or CryptographicException or OptionsValidationException)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }

    private static Exported Exported(Level level) => new(
        $"collectiveimpact-{level.ToString().ToLowerInvariant()}", services => services.GetRequiredService<NodeKey>().Node.Fingerprint,
        [ExchangeTelemetry.Name, MeasurementMetrics.MeterName], [ExchangeTelemetry.Name]);

    /// <summary>Has callers checked, where the node trusts gateways.</summary>
    private static void AddAccess(this WebApplicationBuilder builder)
    {
        var options = new AccessOptions();
        builder.Configuration.GetSection(AccessOptions.Section).Bind(options);
        if (options.Gateways.Count == 0) return;
        // What a gateway says of somebody with a role at hundreds of initiatives.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.Http2.MaxRequestHeaderFieldSize = CallerTokens.Longest;
            kestrel.Limits.MaxRequestHeadersTotalSize = 2 * CallerTokens.Longest;
        });
        builder.Services.AddSingleton(ContractMethods.In(typeof(V1.Charter).Assembly));
        builder.Services.AddSingleton(provider => new CallerCheck(
            options.Gateways, provider.GetRequiredService<NodeKey>().Node.Fingerprint, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<AccessRules>();
        builder.Services.AddSingleton<AccessInterceptor>();
        builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<AccessInterceptor>());
    }

    private static void AddNest(this IServiceCollection services)
    {
        services.AddSingleton<IKind, PublicationKind>();
        services.AddSingleton<IKind, InitiativeKind>();
        services.AddSingleton<IKind, AlignmentKind>();
        services.AddKinds<HistoryRecords>();
        services.AddSingleton<Shaping>();
        services.AddSingleton<Succeeding>();
    }

    private static void AddCharter(this IServiceCollection services)
    {
        services.AddSingleton<MapBroadcast>();
        services.AddSingleton<IKind, ProposalKind>();
        services.AddSingleton<IKind, ResponseKind>();
        services.AddSingleton<IKind, ReleaseKind>();
        services.AddHostedService<DayTurn>();
    }

    private static void AddMeasurement(this IServiceCollection services)
    {
        services.AddSingleton<SeriesBroadcast>();
        services.AddSingleton<MeasurementMetrics>();
        services.AddSingleton<Reporting>();
        services.AddSingleton(MeasurementSchema.Steps);
        services.AddSingleton<ITableCheck, TotalCheck>();
        services.AddSingleton<IKind, IndicatorKind>();
        services.AddSingleton<IKind, ReportKind>();
        services.AddSingleton<IKind, PublishedKind>();
    }

    private static void AddRecords(this IServiceCollection services)
    {
        services.AddSingleton(ReferenceTable.Steps);
        services.AddSingleton<ITableCheck, ReferenceCheck>();
        services.AddSingleton<ITableCheck, CountCheck>();
        services.AddSingleton<RecordCalls>();
        services.AddSingleton<Served>();
    }

    private static void AddPartners(this IServiceCollection services) => services.AddKinds<PartnerRecords>();

    private static void AddProposals(this IServiceCollection services)
    {
        services.AddKinds<ProposalRecords>();
        services.AddSingleton<Proposing>();
        services.AddSingleton<IProposable, ProposedIndicator>();
    }

    private static void AddAgenda(this IServiceCollection services)
    {
        services.AddKinds<AgendaRecords>();
        services.AddSingleton<Drafting>();
        services.AddSingleton<AgendaReading>();
        services.AddSingleton<Ratifying>();
        services.AddSingleton<ClauseAligning>();
        services.AddSingleton<IProposable, ProposedClause>();
    }

    private static void AddCommunication(this IServiceCollection services)
    {
        services.AddSingleton(LastHeard.Steps);
        services.AddSingleton<ITableCheck, LastHeardCheck>();
        services.AddSingleton<Named>();
        services.AddKinds<CommunicationRecords>();
    }

    private static void AddActivities(this IServiceCollection services)
    {
        services.AddKinds<ActivityRecords>();
        services.AddSingleton<IClauses, AgendaClauses>();
        services.AddSingleton<ActivityChecks>();
        services.AddSingleton<ActivityWriting>();
        services.AddSingleton<ActivityLists>();
        services.AddSingleton<IProposable, ProposedActivity>();
    }

    private static void AddResources(this IServiceCollection services)
    {
        services.AddSingleton(MoneyTable.Steps);
        services.AddSingleton<ITableCheck, MoneyCheck>();
        services.AddSingleton<ITableCheck, FundOriginCheck>();
        services.AddKinds<ResourceRecords>();
        services.AddSingleton<ResourceChecks>();
        services.AddSingleton<ResourceWriting>();
        services.AddSingleton<Booking>();
        services.AddSingleton<Allocating>();
    }

    private static void AddPolicy(this IServiceCollection services)
    {
        services.AddKinds<PolicyRecords>();
        services.AddSingleton<BarrierWriting>();
        services.AddSingleton<AskWriting>();
        services.AddSingleton<PositionWriting>();
        services.AddSingleton<AskLists>();
    }

    private static void AddLearning(this IServiceCollection services)
    {
        services.AddKinds<LearningRecords>();
        services.AddSingleton<LearningWriting>();
    }

    private static void AddFlight(this IServiceCollection services)
    {
        services.AddKinds<FlightRecords>();
        services.AddSingleton<Growing>();
    }

    private static void AddPublicWill(this IServiceCollection services)
    {
        services.AddKinds<WillRecords>();
        services.AddSingleton<CampaignWriting>();
        services.AddSingleton<OutreachWriting>();
        services.AddSingleton<EndorsementWriting>();
        services.AddSingleton<Adapting>();
        services.AddSingleton<WillLists>();
    }

    private static void AddSupport(this IServiceCollection services)
    {
        services.AddKinds<SupportRecords>();
        services.AddSingleton<RoleWriting>();
        services.AddSingleton<BudgetWriting>();
        services.AddSingleton<AssessmentWriting>();
        services.AddSingleton<SupportWriting>();
    }

    private static void AddKinds<T>(this IServiceCollection services) where T : class, IKinds
    {
        services.AddSingleton<T>();
        services.AddSingleton<IKinds>(provider => provider.GetRequiredService<T>());
    }
}
