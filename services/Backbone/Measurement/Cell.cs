using CollectiveImpact.Exchange.Calls;

namespace CollectiveImpact.Backbone.Measurement;

/// <summary>A disaggregation: dimensions and what they are, in the order of the dimensions' names.</summary>
/// <param name="Text">In its one form, <c>age=65+;tenure=renter</c>; empty for the total.</param>
/// <param name="Dimensions">The dimensions alone, <c>age;tenure</c>: cells that share them add up to a total.</param>
internal readonly record struct Cell(string Text, string Dimensions)
{
    private const int Longest = 200, MostDimensions = 5;

    public static Cell Total => new("", "");

    public static CallFault? Read(string field, string text, out Cell cell)
    {
        cell = Total;
        if (text.Length == 0) return null;
        if (text.Length > Longest) return CallFault.Invalid(field, $"is {text.Length} characters long; a cell has at most {Longest}");
        // One dimension, as most cells have, needs no ordering.
        if (!text.Contains(';') && text.IndexOf('=') is > 0 and var only && IsPair(text.AsSpan(0, only), text.AsSpan(only + 1)))
        {
            cell = new Cell(text, text[..only]);
            return null;
        }

        List<(string Dimension, string Value)> pairs = [];
        foreach (var pair in text.Split(';'))
        {
            var equals = pair.IndexOf('=');
            var (dimension, value) = equals < 0 ? (pair, "") : (pair[..equals], pair[(equals + 1)..]);
            if (!IsPair(dimension, value))
                return CallFault.Invalid(field, $"`{Check.Shown(text)}` is no cell; write `dimension=value`, several with `;` between them, like `age=65+;tenure=renter`");
            if (pairs.Exists(other => other.Dimension == dimension)) return CallFault.Invalid(field, $"`{Check.Shown(text)}` names the dimension {dimension} twice");
            pairs.Add((dimension, value));
        }

        if (pairs.Count > MostDimensions) return CallFault.Invalid(field, $"has {pairs.Count} dimensions; at most {MostDimensions} are taken");
        pairs.Sort((a, b) => string.CompareOrdinal(a.Dimension, b.Dimension));
        cell = new Cell(string.Join(';', pairs.Select(pair => $"{pair.Dimension}={pair.Value}")), string.Join(';', pairs.Select(pair => pair.Dimension)));
        return null;
    }

    private static bool IsPair(ReadOnlySpan<char> dimension, ReadOnlySpan<char> value) =>
        IsWord(dimension) && IsWord(value) && !value.Contains('=');

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || char.IsWhiteSpace(word[0]) || char.IsWhiteSpace(word[^1])) return false;
        foreach (var character in word)
            if (character == '/' || char.IsControl(character)) return false;
        return true;
    }
}
