using CollectiveImpact.Console.Languages;
using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Layout;

/// <summary>What was typed into a form that did not count, to be sent once more.</summary>
/// <param name="Action">Where it goes.</param>
public sealed record KeptForm(string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>Null where it may not be these pages' own: nobody is led to send what another site has made up.</summary>
    internal static KeptForm? Of(HttpRequest request, Edition edition)
    {
        if (!request.HasFormContentType || !IsOwn(request))
            return null;
        var fields = request.Form
            .Where(field => field.Key != edition.Form.Name && !field.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
            .SelectMany(field => field.Value.Select(value => (field.Key, value ?? "")));
        return new(request.PathBase + request.Path + request.QueryString.ToUriComponent(), [.. fields]);
    }

    // Browsers say which site sends a form, and no page can say otherwise.
    private static bool IsOwn(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => request.Headers.Origin == $"{request.Scheme}://{request.Host}",
        _ => false,
    };
}
