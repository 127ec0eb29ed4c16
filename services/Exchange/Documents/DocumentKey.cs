namespace CollectiveImpact.Exchange.Documents;

/// <summary>What a document is about: at any time there is one document of a key.</summary>
/// <param name="Initiative">The initiative it belongs to.</param>
/// <param name="Kind">What it is; the kind says which way it travels.</param>
/// <param name="Id">Which one, among those of its initiative and kind.</param>
public readonly record struct DocumentKey(string Initiative, string Kind, string Id)
{
    /// <summary>The longest initiative, kind and id that a node stores, in characters.</summary>
    public const int LongestInitiative = 100, LongestKind = 40, LongestId = 500;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Initiative}/{Id}";
}
