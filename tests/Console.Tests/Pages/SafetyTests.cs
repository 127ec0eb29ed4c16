using System.Net;
using CollectiveImpact.Console.Tests.Fakes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Tests.Pages;

public sealed class SafetyTests
{
    private const string Hostile = "<script>alert('1')</script>\"><img src=x onerror=alert(1)>";

    [Fact]
    public async Task Whatever_a_node_says_is_text()
    {
        var nest = SampleNest.Make();
        nest.Add("ca.on.hostile", Level.Local, SampleNest.Both(Hostile, Hostile), new Alignment { Parent = "ca.on", Part = SampleNest.Both(Hostile, "") });
        nest.Indicators[0].Name = SampleNest.Both(Hostile, Hostile);
        nest.Indicators[0].Unit = SampleNest.Both(Hostile, Hostile);
        nest.Indicators[0].Labels.Add(new CellLabel { Of = "tenure=owner", Name = SampleNest.Both(Hostile, Hostile) });
        nest.Points[("ca", SampleNest.Households, "")].Add(SampleNest.Point(Hostile, "1", published: "1"));
        await using var console = await OpenConsole.Over(nest);

        foreach (var address in new[] { "/en/", "/en/initiatives/ca", "/en/initiatives/ca.on", "/en/initiatives/ca.on.hostile" })
        {
            var page = await console.Open(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("<script", page.Html);
            Assert.DoesNotContain("<img", page.Html);
            Assert.Empty(page.Root.Descendants("img"));
        }
    }

    [Fact]
    public async Task Whatever_an_address_says_is_text()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        var page = await console.Open($"/fr/initiatives/ca?children={Uri.EscapeDataString(Hostile)}&x={Uri.EscapeDataString(Hostile)}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("<script", page.Html);
    }

    [Fact]
    public async Task A_page_may_run_nothing_and_has_nothing_to_run()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());

        foreach (var address in new[] { "/en/", "/en/initiatives/ca", "/en/initiatives/nowhere" })
        {
            var page = await console.Open(address);
            Assert.Contains("Content-Security-Policy: default-src 'none'; style-src 'self'", page.Headers);
            Assert.Contains("frame-ancestors 'none'", page.Headers);
            Assert.Contains("X-Content-Type-Options: nosniff", page.Headers);
            Assert.DoesNotContain("Set-Cookie", page.Headers);
            Assert.Empty(page.Root.Descendants("script"));
            Assert.Empty(page.Root.Descendants("style"));
            Assert.All(page.Root.DescendantsAndSelf().SelectMany(element => element.Attributes()), attribute =>
                Assert.False(attribute.Name == "style" || attribute.Name.LocalName.StartsWith("on"), attribute.ToString()));
        }
    }

    [Fact]
    public async Task The_stylesheet_is_served_for_good_and_not_sent_twice()
    {
        await using var console = await OpenConsole.Over(SampleNest.Make());
        var page = await console.Open("/en/");
        var address = page.Root.Descendants("link").Single(link => link.Attribute("rel")!.Value == "stylesheet").Attribute("href")!.Value;

        using var first = await console.Browser.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await console.Browser.SendAsync(again);

        Assert.Equal("text/css", first.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString());
        Assert.Contains("prefers-color-scheme: dark", await first.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}
