using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>
/// A text as it can be shown: <paramref name="Foreign"/> is the tag of its language where that is not the
/// page's, so that it is read out and hyphenated as what it is.
/// </summary>
public readonly record struct Localized(string Value, string? Foreign)
{
    public static Localized Of(Text? text, Language language, string otherwise)
    {
        var (own, other, tag) = language == Language.French
            ? (text?.Fr, text?.En, "en")
            : (text?.En, text?.Fr, "fr");
        return !string.IsNullOrWhiteSpace(own) ? new(own, null)
            : !string.IsNullOrWhiteSpace(other) ? new(other, tag)
            : new(otherwise, null);
    }
}
