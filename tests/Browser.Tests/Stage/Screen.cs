namespace CollectiveImpact.Browser.Tests.Stage;

/// <summary>What a page is looked at on.</summary>
internal enum Screen
{
    Laptop,
    Phone,

    /// <summary>320 pixels wide: a small phone, or a laptop at four times the size.</summary>
    Narrow,
}
