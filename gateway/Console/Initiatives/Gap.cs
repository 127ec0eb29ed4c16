namespace CollectiveImpact.Console.Initiatives;

/// <summary>A part of the page that could not be told.</summary>
public enum Gap
{
    Children,
    Functions,
    Indicators,
}
