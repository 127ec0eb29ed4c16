using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Languages;

/// <summary>The language of a page stands first in its address, <c>/fr/initiatives/ca</c>.</summary>
internal static class LanguageChoice
{
    /// <summary>What the address says; where it says nothing, what the browser prefers; without that, English.</summary>
    public static Language Of(HttpRequest request) =>
        OfAddress(request) ?? Preferred(request) ?? Language.English;

    /// <summary>Whether the address says it.</summary>
    public static bool IsNamed(HttpRequest request) => OfAddress(request) is not null;

    /// <summary>What comes before the path of a page.</summary>
    public static string PrefixOf(Language language) => "/" + Edition.TagOf(language);

    private static Language? OfAddress(HttpRequest request) =>
        Enum.GetValues<Language>().Cast<Language?>().FirstOrDefault(language => request.Path.StartsWithSegments(PrefixOf(language!.Value)));

    private static Language? Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(range => range.Quality is null or > 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => Named(range.Value.ToString().Split('-')[0]))
            .FirstOrDefault(language => language is not null);

    private static Language? Named(string tag) => tag.ToLowerInvariant() switch
    {
        "en" => Language.English,
        "fr" => Language.French,
        _ => null,
    };
}
