using Microsoft.AspNetCore.Http;

namespace CollectiveImpact.Console.Languages;

/// <summary>The language a page is asked for in, and whether the address says so itself.</summary>
internal readonly record struct LanguageChoice(Language Language, bool InAddress)
{
    /// <summary><c>?lang=fr|en</c> decides; without it, what the browser prefers; without that, English.</summary>
    public static LanguageChoice Of(HttpRequest request) =>
        Named(request.Query["lang"].ToString()) is { } chosen
            ? new(chosen, InAddress: true)
            : new(Preferred(request) ?? Language.English, InAddress: false);

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
