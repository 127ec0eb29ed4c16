using System.Buffers;

namespace CollectiveImpact.NestFolder.Words;

/// <summary>The ids of initiatives and indicators, as the contract has them.</summary>
internal static class Ids
{
    private const int Longest = 100;
    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    public const string Rule = "write 1 to 100 lower-case letters a-z, digits, points and hyphens, with a letter or digit first and last, like ca.on.hamilton";

    public static bool IsId(string text) =>
        text.Length is > 0 and <= Longest
        && !text.AsSpan().ContainsAnyExcept(Characters)
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1]);
}
