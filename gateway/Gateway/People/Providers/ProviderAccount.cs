using System.Security.Claims;

namespace CollectiveImpact.Gateway.People.Providers;

/// <summary>Who came back, in the provider's words. Its address may be anybody's, checked or not: nobody is known by it.</summary>
internal sealed record ProviderAccount(string Subject, string Name, string Email)
{
    private const int LongestSubject = 255;

    /// <summary>Null where the provider names nobody.</summary>
    public static ProviderAccount? Of(ClaimsPrincipal? principal)
    {
        var (subject, name, email) = (Said(ClaimTypes.NameIdentifier), Said(ClaimTypes.Name), Said(ClaimTypes.Email));
        return subject.Length is 0 or > LongestSubject ? null : new(subject, name.Length > 0 ? name : email, email);

        string Said(string type) => principal?.FindFirst(type)?.Value.Trim() ?? "";
    }
}
