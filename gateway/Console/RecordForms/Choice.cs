namespace CollectiveImpact.Console.RecordForms;

/// <summary>One of several answers to choose from.</summary>
/// <param name="Foreign">The tag of the label's language where that is not the page's.</param>
public sealed record Choice(string Value, string Label, string? Foreign = null);
