namespace CollectiveImpact.NestFolder.Words;

/// <summary>The cells of the contract: <c>tenure=renter</c>, <c>age=65+;tenure=renter</c>; the empty cell is the total.</summary>
internal static class Cells
{
    public const string Rule = "write dimension=value, several in the order of their names with ; between: age=65+;tenure=renter";

    private const int Longest = 200, MostDimensions = 5;

    public static bool IsCell(string text)
    {
        if (text.Length == 0)
            return true;
        var pairs = text.Split(';');
        if (text.Length > Longest || pairs.Length > MostDimensions || text.Any(character => char.IsControl(character) || character == '/'))
            return false;
        var before = "";
        foreach (var pair in pairs)
        {
            if (pair.Split('=') is not [var dimension, var value] || !IsWord(dimension) || !IsWord(value))
                return false;
            if (string.CompareOrdinal(before, dimension) >= 0)
                return false;
            before = dimension;
        }
        return true;
    }

    /// <summary>Whether a text is what a label can be of: <c>tenure</c>, or <c>tenure=renter</c>.</summary>
    public static bool IsDimensionOrValue(string text) =>
        text.Length > 0 && !text.Contains(';') && IsCell(text.Contains('=') ? text : text + "=x");

    /// <summary>The dimensions that a cell divides: <c>age;tenure</c>. Cells that divide the same ones add up.</summary>
    public static string Dimensions(string cell) =>
        string.Join(';', cell.Split(';').Select(pair => pair[..pair.IndexOf('=')]));

    private static bool IsWord(string text) =>
        text.Length > 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]);
}
