using CollectiveImpact.Console.People;
using Microsoft.AspNetCore.Identity;

namespace CollectiveImpact.Gateway.People.Passkeys;

/// <summary>Signing in by passkeys.</summary>
internal static class PasskeyExtensions
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<IPasskeys, PasskeysOfGateway>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // It stands for a password: the device asks who holds it, and it is found without an address that is typed.
            passkeys.UserVerificationRequirement = passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == OriginOf(context.HttpContext.Request));
        });
        return services;
    }

    /// <summary>As a browser writes it, which leaves out the port that the scheme has anyway.</summary>
    private static string OriginOf(HttpRequest request) =>
        new Uri($"{request.Scheme}://{request.Host.ToUriComponent()}").GetLeftPart(UriPartial.Authority);
}
