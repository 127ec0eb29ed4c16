using CollectiveImpact.Console.People;
using CollectiveImpact.Gateway.Callers;
using CollectiveImpact.Gateway.Nodes;
using CollectiveImpact.Gateway.People.Passkeys;
using CollectiveImpact.Gateway.People.Providers;
using CollectiveImpact.Gateway.Routing;
using CollectiveImpact.Hosting.Callers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CollectiveImpact.Gateway.People;

/// <summary>What a gateway that has a folder is made of beside the rest: people who sign in.</summary>
internal static class PeopleExtensions
{
    private const int MostWrong = 5;

    private static readonly TimeSpan LockOut = TimeSpan.FromMinutes(5), Stays = TimeSpan.FromDays(14);

    public static IServiceCollection AddPeople(this IServiceCollection services, GatewayOptions options, string publicKey, IdentityProvider? provider)
    {
        var folder = new GatewayFolder(options.Data);
        var secure = options.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        services.AddSingleton(folder);
        services.AddDbContext<PeopleDb>(db => db.UseSqlite($"Data Source={folder.Database}"));
        services.AddDataProtection().SetApplicationName("collectiveimpact-gateway").PersistKeysToFileSystem(folder.Keys);
        services.AddIdentityCore<Person>(identity =>
            {
                // Length is what counts: nothing else is asked of a password.
                identity.Password.RequiredLength = PeopleOfGateway.ShortestPassword;
                identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                // The one that has passkeys.
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.RequireUniqueEmail = true;
                // An address may have letters of any language; what it is, is looked at before.
                identity.User.AllowedUserNameCharacters = "";
                identity.Lockout.MaxFailedAccessAttempts = MostWrong;
                identity.Lockout.DefaultLockoutTimeSpan = LockOut;
            })
            .AddEntityFrameworkStores<PeopleDb>()
            .AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.Cookie.Name = "nest";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = secure;
                cookie.ExpireTimeSpan = Stays;
                cookie.SlidingExpiration = true;
            });
            // Between what a browser is asked for a passkey and its answer.
            cookies.TwoFactorUserIdCookie!.Configure(cookie =>
            {
                cookie.Cookie.Name = "nest-passkey";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.SecurePolicy = secure;
            });
        });
        services.AddPasskeys();
        if (provider is not null)
            services.AddProvider(provider, secure);
        // Signed out everywhere is signed out with the next request.
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.Zero);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "nest-forms";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = secure;
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddRateLimiter(CallerLimits.Set);
        services.AddScoped<Joining>();
        services.AddScoped<Ways>();
        services.AddScoped<IPeople, PeopleOfGateway>();
        services.AddSingleton(provider => new PeopleCallers(
            provider.GetRequiredService<IServiceScopeFactory>(), new CallerCheck([publicKey], CallerTokens.Gateway, provider.GetRequiredService<TimeProvider>())));
        services.Replace(ServiceDescriptor.Singleton<ICallers>(provider => provider.GetRequiredService<PeopleCallers>()));
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<IAudit>(provider => provider.GetRequiredService<AuditTrail>());
        services.AddHostedService(provider => provider.GetRequiredService<AuditTrail>());
        services.AddSingleton<FirstAdministrator>();
        return services;
    }

    /// <summary>Has every request known by who makes it.</summary>
    public static WebApplication UsePeople(this WebApplication app)
    {
        if (app.Services.GetService<PeopleCallers>() is not { } callers)
            return app;
        var options = app.Services.GetRequiredService<GatewayOptions>();
        if (options.Address.Length > 0)
        {
            // Whatever ends TLS before the gateway: addresses and cookies are those that people see.
            var address = options.PublicAddress([]);
            app.Use((context, next) =>
            {
                (context.Request.Scheme, context.Request.Host) = (address.Scheme, new HostString(address.Authority));
                return next(context);
            });
        }
        // Who comes back from the provider is dealt with before anybody is known, and asks of the gateway a call of its own.
        app.UseWhen(context => context.Request.Path == ProviderExtensions.Callback, returning => returning.UseRateLimiter());
        app.UseAuthentication();
        app.Use(async (context, next) =>
        {
            context.Features.Set(await callers.FindAsync(context));
            await next(context);
        });
        app.UseRateLimiter();
        return app;
    }

    /// <summary>Makes the database ready, before anybody is served.</summary>
    public static async Task PreparePeopleAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (app.Services.GetService<PeopleCallers>() is null)
            return;
        await using var scope = app.Services.CreateAsyncScope();
        await PeopleSchema.BringAsync(scope.ServiceProvider.GetRequiredService<PeopleDb>(), cancellationToken);
    }

    /// <summary>Prints who is to administer the gateway, once it can be reached.</summary>
    public static async Task InviteFirstAdministratorAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (app.Services.GetService<FirstAdministrator>() is { } first)
            await first.InviteAsync(app.Services.GetRequiredService<GatewayOptions>().PublicAddress(app.Urls), cancellationToken);
    }
}
