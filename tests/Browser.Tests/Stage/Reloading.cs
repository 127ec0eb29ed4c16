namespace CollectiveImpact.Browser.Tests.Stage;

/// <summary>What one node was told reaches the others a moment later: a page is opened again until it shows it.</summary>
internal static class Reloading
{
    private const float Look = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task ReloadUntilAsync(this IPage page, ILocator shown)
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                await Assertions.Expect(shown).ToBeVisibleAsync(new() { Timeout = Look });
                return;
            }
            catch (PlaywrightException) when (!late.IsCancellationRequested)
            {
                await page.ReloadAsync();
            }
        }
    }
}
