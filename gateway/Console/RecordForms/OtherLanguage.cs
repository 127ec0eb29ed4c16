using CollectiveImpact.Console.Languages;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>What a field holds in the language that is not the page's.</summary>
public sealed record OtherLanguage(string Name, string Tag, string Value)
{
    /// <summary>Under which name it is sent: <c>title-fr</c> beside <c>title</c>.</summary>
    public static string NameOf(string field, Language language) => $"{field}-{Edition.TagOf(language)}";
}
