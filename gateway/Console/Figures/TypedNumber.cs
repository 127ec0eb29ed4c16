using System.Text.RegularExpressions;
using CollectiveImpact.Console.Languages;

namespace CollectiveImpact.Console.Figures;

/// <summary>A number as people of one language type it.</summary>
internal static partial class TypedNumber
{
    /// <summary>As the contract writes it; null where it is no number, or could be two.</summary>
    public static string? Read(string typed, Language language)
    {
        // Spaces group digits in French, and come along when figures are copied.
        var text = Blanks().Replace(typed, "").Replace('\u2212', '-');
        if (language == Language.French)
            return Plain().IsMatch(text.Replace(',', '.')) && !(text.Contains(',') && text.Contains('.')) ? text.Replace(',', '.') : null;
        return Grouped().IsMatch(text) ? text.Replace(",", "") : Plain().IsMatch(text) ? text : null;
    }

    /// <summary>A number of the contract as it would be typed.</summary>
    public static string Show(string value, Language language) => language == Language.French ? value.Replace('.', ',') : value;

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^-?[0-9]{1,30}(\.[0-9]{1,30})?\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]{1,30})?\z")]
    private static partial Regex Grouped();
}
