using System.Text.Json;
using Deque.AxeCore.Commons;

namespace CollectiveImpact.Browser.Tests.Pages;

/// <summary>What axe finds wrong with a page for people who see, hear or move differently.</summary>
internal static class Axe
{
    /// <summary>WCAG 2.2 at level AA, and what axe holds to be good practice beside it.</summary>
    private const string Rules = """{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }""";

    /// <summary>What can be otherwise in the dark, and on a phone: the rest is the same page, and would be told twice.</summary>
    private const string RulesThatDiffer = """{ type: "rule", values: ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"] }""";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Every fault on a laptop in light and on a phone in dark, a paragraph each; none where the page is good for all.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(this IPage page)
    {
        await page.EvaluateAsync(Script);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var light = await RunAsync(page, "light", Rules);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.MakeNarrowAsync();
        var dark = await RunAsync(page, "dark, narrow", RulesThatDiffer);
        return [.. light, .. dark];
    }

    private static async Task<IEnumerable<string>> RunAsync(IPage page, string how, string rules)
    {
        var found = await page.EvaluateAsync<JsonElement>($$"""
            async () => (await axe.run({ runOnly: {{rules}}, resultTypes: ["violations"] })).violations.map(each => ({
                id: each.id, help: each.help, nodes: each.nodes.slice(0, 5).map(node => `${node.html}\n      ${node.failureSummary}`) }))
            """);
        return found.EnumerateArray().Select(fault =>
            $"{how}, {fault.GetProperty("id")}: {fault.GetProperty("help")}\n    {string.Join("\n    ", fault.GetProperty("nodes").EnumerateArray())}");
    }
}
