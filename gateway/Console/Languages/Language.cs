namespace CollectiveImpact.Console.Languages;

/// <summary>A language that the pages speak.</summary>
public enum Language
{
    English,
    French,
}
