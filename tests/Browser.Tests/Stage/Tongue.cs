namespace CollectiveImpact.Browser.Tests.Stage;

/// <summary>A language of the console, in which a test walks.</summary>
/// <param name="Path">As it stands in addresses: <c>en</c> or <c>fr</c>.</param>
internal sealed record Tongue(string Path)
{
    /// <summary>For theories.</summary>
    public static TheoryData<string> All => ["en", "fr"];

    public bool IsFrench => Path == "fr";

    public string Locale => IsFrench ? "fr-CA" : "en-CA";

    public string Say(string english, string french) => IsFrench ? french : english;
}
