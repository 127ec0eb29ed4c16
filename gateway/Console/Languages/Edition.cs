using System.Globalization;
using CollectiveImpact.Console.Figures;
using CollectiveImpact.Console.Layout;
using CollectiveImpact.Console.People;
using CollectiveImpact.V1;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Console.Languages;

/// <summary>One request's pages in one language: its words, its numbers, and links that stay in it.</summary>
public sealed class Edition
{
    private readonly HttpContext _context;

    internal Edition(HttpRequest request)
    {
        _context = request.HttpContext;
        Language = LanguageChoice.Of(request);
        Culture = CultureOf(Language);
        Words = new Words(Language);
        Numbers = new Numbers(Culture);
        Dates = new Dates(Words, Language, Culture);
        Links = new Links(request, Language);
        Zone = Zone.Of(request);
    }

    /// <summary>Who reads; null where the host keeps no people, and everybody may read everything.</summary>
    public Visitor? Visitor => _context.Features.Get<Visitor>();

    /// <summary>The identity provider; null where there is none.</summary>
    public IProvider? Provider => _context.RequestServices.GetService<IProvider>();

    /// <summary>Whether the page has forms of passkeys, and the script that they need.</summary>
    internal bool HasPasskeys => _context.GetEndpoint()?.Metadata.GetMetadata<SigningIn>() is not null;

    /// <summary>Whether a form that was sent has led here.</summary>
    public bool IsSaved => _context.Request.Query.ContainsKey("saved");

    /// <summary>The hidden field of a form, which shows that it is these pages' own.</summary>
    public (string Name, string Value) Form
    {
        get
        {
            var tokens = _context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(_context);
            return (tokens.FormFieldName, tokens.RequestToken!);
        }
    }

    public Language Language { get; }

    public CultureInfo Culture { get; }

    public Words Words { get; }

    public Numbers Numbers { get; }

    public Dates Dates { get; }

    public Links Links { get; }

    /// <summary>By which clocks times of day are shown.</summary>
    public Zone Zone { get; }

    /// <summary>The page's language as HTML names it.</summary>
    public string Tag => TagOf(Language);

    public Language Other => Language == Language.French ? Language.English : Language.French;

    /// <summary>How numbers and days are written in a language, as in Canada.</summary>
    internal static CultureInfo CultureOf(Language language) => CultureInfo.GetCultureInfo(language == Language.French ? "fr-CA" : "en-CA");

    public static string TagOf(Language language) => language == Language.French ? "fr" : "en";

    /// <summary>What somebody typed on a page, in the page's language; null where that is nothing.</summary>
    public Text? Text(string typed) => typed.Length == 0 ? null : Language == Language.French ? new Text { Fr = typed } : new Text { En = typed };

    /// <summary>What somebody typed on a page in the place of what stands, whose words in the other language stay; null where that is nothing.</summary>
    public Text? Text(string typed, Text? before)
    {
        var text = before?.Clone() ?? new Text();
        if (Language == Language.French)
            text.Fr = typed;
        else
            text.En = typed;
        return text.En.Length + text.Fr.Length == 0 ? null : text;
    }

    public string Name(IProvider provider) => Localized.Of(provider.Name, Language, "").Value;

    public Localized Name(Initiative initiative) => Localized.Of(initiative.Name, Language, initiative.Initiative_);

    public Localized Name(Indicator indicator) => Localized.Of(indicator.Name, Language, indicator.Indicator_);

    public Localized Unit(Indicator indicator) => Localized.Of(indicator.Unit, Language, "");

    public CellName Name(Indicator indicator, string cell) => CellName.Of(indicator, cell, this);
}
