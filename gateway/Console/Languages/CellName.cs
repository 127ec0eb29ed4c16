using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>
/// What a disaggregation is called, in pieces of which each may be in another language. A value without a label
/// of its own is the reporters' own word, after that of its dimension.
/// </summary>
public sealed record CellName(IReadOnlyList<Localized> Pieces)
{
    /// <summary>The name as one text, where its languages cannot be marked.</summary>
    public string Value => string.Concat(Pieces.Select(piece => piece.Value));

    internal static CellName Of(Indicator indicator, string cell, Edition edition)
    {
        if (cell.Length == 0)
            return new([new(edition.Words.Total, null)]);
        var pieces = new List<Localized>();
        foreach (var pair in cell.Split(';'))
        {
            if (pieces.Count > 0)
                pieces.Add(new(", ", null));
            pieces.AddRange(Pair(indicator, pair, first: pieces.Count == 0, edition));
        }
        return new(pieces);
    }

    private static IEnumerable<Localized> Pair(Indicator indicator, string pair, bool first, Edition edition)
    {
        if (Label(indicator, pair, edition) is { } label)
            return [label];
        var equals = pair.IndexOf('=');
        var dimension = equals < 0 ? pair : pair[..equals];
        var called = Label(indicator, dimension, edition) ?? new(first ? Capitalised(dimension) : dimension, null);
        return equals < 0 ? [called] : [called, new(edition.Words.Colon + pair[(equals + 1)..], null)];
    }

    private static Localized? Label(Indicator indicator, string of, Edition edition) =>
        indicator.Labels.FirstOrDefault(label => label.Of == of) is { } found
            ? Localized.Of(found.Name, edition.Language, of)
            : null;

    private static string Capitalised(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
