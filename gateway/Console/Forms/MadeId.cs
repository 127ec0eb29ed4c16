using System.Globalization;
using System.Text;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Forms;

/// <summary>Ids that nobody has to invent: made from what a record is called, as ids are written.</summary>
internal static class MadeId
{
    private const int Longest = 48;

    /// <param name="otherwise">Where the name has no letter that an id may have: a name in syllabics.</param>
    public static string Of(Text? name, string otherwise) => Of(name is { En.Length: > 0 } ? name.En : name?.Fr ?? "", otherwise);

    public static string Of(string name, string otherwise)
    {
        var id = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant().Replace("œ", "oe").Replace("æ", "ae").Replace("ß", "ss").Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
                id.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && id.Length > 0 && id[^1] != '-')
                id.Append('-');
            if (id.Length == Longest)
                break;
        }

        var made = id.ToString().Trim('-');
        return made.Length > 0 ? made : otherwise;
    }

    /// <summary>The same, and none of those that are taken.</summary>
    public static string Of(Text? name, string otherwise, IEnumerable<string> taken) =>
        Of(name is { En.Length: > 0 } ? name.En : name?.Fr ?? "", otherwise, taken);

    public static string Of(string name, string otherwise, IEnumerable<string> taken)
    {
        var all = taken.ToHashSet(StringComparer.Ordinal);
        return Tries(Of(name, otherwise)).First(each => !all.Contains(each));
    }

    /// <summary><c>table</c>, <c>table-2</c>, <c>table-3</c>…</summary>
    public static IEnumerable<string> Tries(string made) => Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? made : $"{made}-{n}");
}
