using System.Net;
using System.Xml.Linq;
using CollectiveImpact.Console.Tests.Fakes;

namespace CollectiveImpact.Console.Tests.Pages;

public sealed class AccessibilityTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Every_page_that_a_reader_can_come_to_is_there_and_well_built(string language)
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());
        var seen = new HashSet<string>();
        var open = new Queue<string>([$"/{language}/"]);

        while (open.TryDequeue(out var address))
        {
            if (!seen.Add(address))
                continue;
            var page = await console.Open(address);
            // The sample explains one figure; the others are unknown to its node, and their pages say so.
            Assert.True(page.Status == HttpStatusCode.OK || address.Contains("/figure?"), $"{address}: {page.Status}");
            Assert.Equal(language, page.Root.Attribute("lang")!.Value);
            AssertWellBuilt(address, page.Root);
            foreach (var link in page.Links.Where(link => link.StartsWith($"/{language}/")))
                open.Enqueue(link);
        }

        Assert.True(seen.Count > 10, $"{seen.Count} pages");
    }

    private static void AssertWellBuilt(string address, XElement page)
    {
        var ids = page.Descendants().Select(element => element.Attribute("id")?.Value).OfType<string>().ToList();
        Assert.True(ids.Count == ids.Distinct().Count(), $"{address} uses an id twice");
        foreach (var named in page.Descendants().SelectMany(element => (element.Attribute("aria-labelledby")?.Value ?? "").Split(' ')))
            Assert.True(named.Length == 0 || ids.Contains(named), $"{address} has no {named}");

        Assert.Contains(page.Descendants("a"), link => link.Attribute("href")!.Value == "#main");
        Assert.Contains("main", ids);
        Assert.All(page.Descendants("table"), table =>
        {
            Assert.NotEqual("", table.Element("caption")!.Value.Trim());
            Assert.All(table.Descendants("th"), heading => Assert.NotNull(heading.Attribute("scope")));
        });
        Assert.All(page.Descendants("svg").Where(svg => svg.Attribute("role")?.Value == "img"), svg =>
        {
            Assert.NotEqual("", svg.Element("title")!.Value);
            Assert.NotEqual("", svg.Element("desc")!.Value);
        });

        var levels = page.Descendants()
            .Where(element => element.Name.LocalName is ['h', >= '1' and <= '6'])
            .Select(element => element.Name.LocalName[1] - '0')
            .ToList();
        Assert.Equal(1, levels.Count(level => level == 1));
        foreach (var (before, after) in levels.Zip(levels.Skip(1)))
            Assert.True(after <= before + 1, $"{address} goes from h{before} to h{after}");
    }
}
