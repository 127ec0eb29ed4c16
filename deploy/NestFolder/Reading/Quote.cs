using System.Text;

namespace CollectiveImpact.NestFolder.Reading;

internal static class Quote
{
    private const int Longest = 60;

    /// <summary>A value as a fault shows it: in quotes, on one line, and short.</summary>
    public static string Of(string value)
    {
        var shown = new StringBuilder("\"");
        foreach (var rune in value.EnumerateRunes())
        {
            if (shown.Length > Longest)
            {
                shown.Append("...");
                break;
            }
            if (Rune.IsControl(rune))
                shown.Append($"\\u{rune.Value:x4}");
            else
                shown.Append(rune);
        }
        return shown.Append('"').ToString();
    }
}
