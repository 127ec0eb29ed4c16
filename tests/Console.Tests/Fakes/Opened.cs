using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>A page as it came.</summary>
internal sealed partial record Opened(HttpStatusCode Status, string Headers, string Html)
{
    /// <summary>What stands on the page to read, blanks drawn together and those that do not break made plain.</summary>
    public string Text => PlainText(WebUtility.HtmlDecode(Tags().Replace(Html, " ")));

    /// <summary>The page as a tree. But for the void elements of its head and attributes without a value, its HTML is XML.</summary>
    public XElement Root => XElement.Parse(Flags().Replace(
        Metas().Replace(Html[Html.IndexOf("<html", StringComparison.Ordinal)..], "<meta$1 />"), "$1=\"$1\"")
        .Replace("&nbsp;", "&#xA0;"));

    /// <summary>The texts of all elements of a name, as a reader sees them.</summary>
    public List<string> Texts(string element) => [.. Root.Descendants(element).Select(Spoken)];

    /// <summary>The addresses of all links that lead to pages of the console.</summary>
    public List<string> Links =>
        [.. Root.Descendants("a").Select(link => link.Attribute("href")!.Value).Where(address => address.StartsWith('/')).Distinct()];

    private static string Spoken(XElement element) =>
        PlainText(string.Join(' ', element.DescendantNodes().OfType<XText>().Select(text => text.Value))).Trim();

    private static string PlainText(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex("<meta([^>]*[^/])>")]
    private static partial Regex Metas();

    [GeneratedRegex("(?<=<[^>]* )(selected|checked|required)(?=[ >])")]
    private static partial Regex Flags();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Blanks();
}
