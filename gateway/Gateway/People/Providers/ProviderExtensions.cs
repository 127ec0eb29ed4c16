using System.Security.Claims;
using CollectiveImpact.Console.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;

namespace CollectiveImpact.Gateway.People.Providers;

/// <summary>Signing in at an identity provider: authorization code with PKCE.</summary>
internal static class ProviderExtensions
{
    public const string Scheme = "provider";

    /// <summary>Where the provider sends people back to: the address to register there.</summary>
    public const string Callback = "/signed-in";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddProvider(this IServiceCollection services, IdentityProvider provider, CookieSecurePolicy secure)
    {
        services.AddSingleton(provider);
        services.AddScoped<ProviderReturn>();
        services.AddScoped<ProviderEvents>();
        services.AddScoped<IProvider, ProviderOfGateway>();
        services.AddAuthentication().AddOAuth(Scheme, oauth => Set(oauth, provider, secure));
        return services;
    }

    private static void Set(OAuthOptions oauth, IdentityProvider provider, CookieSecurePolicy secure)
    {
        oauth.AuthorizationEndpoint = provider.Authorization.OriginalString;
        oauth.TokenEndpoint = provider.Token.OriginalString;
        oauth.UserInformationEndpoint = provider.UserInformation.OriginalString;
        oauth.ClientId = provider.ClientId;
        oauth.ClientSecret = provider.ClientSecret;
        oauth.UsePkce = true;
        oauth.Scope.Clear();
        foreach (var scope in provider.Scopes)
            oauth.Scope.Add(scope);
        oauth.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, provider.Claims.Subject);
        oauth.ClaimActions.MapJsonKey(ClaimTypes.Email, provider.Claims.Email);
        oauth.ClaimActions.MapJsonKey(ClaimTypes.Name, provider.Claims.Name);
        oauth.CallbackPath = Callback;
        // Never used: whoever comes back is received before anything is kept of it.
        oauth.SignInScheme = IdentityConstants.ExternalScheme;
        oauth.BackchannelTimeout = Patience;
        oauth.CorrelationCookie.Name = "nest-provider-";
        oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
        oauth.CorrelationCookie.SecurePolicy = secure;
        oauth.EventsType = typeof(ProviderEvents);
    }
}
