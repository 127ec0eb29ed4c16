using System.Collections.Concurrent;
using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Pages;

/// <summary>Visits every page once and notes what each test wants to know: opening pages is what takes time.</summary>
internal sealed class Visits(NestStage stage)
{
    private readonly ConcurrentDictionary<(string Language, Reader Reader), Lazy<Task<IPage>>> pages = new();
    private readonly ConcurrentDictionary<(string Language, string Path, Reader Reader), Lazy<Task<Seen>>> seen = new();

    public Task<Seen> SeeAsync(string language, string path, Reader reader) =>
        seen.GetOrAdd((language, path, reader), _ => new(() => VisitAsync(new Tongue(language), Places.Of(path, reader)))).Value;

    private async Task<Seen> VisitAsync(Tongue tongue, Place place)
    {
        var page = await pages.GetOrAdd((tongue.Path, place.Reader), _ => new(() => OpenAsync(tongue, place.Reader))).Value;
        using var noted = new Noted(page, stage.Address, place);
        await noted.ListenAsync();
        await page.SetViewportSizeAsync(1280, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var first = await GoAsync();
        var later = await GoAsync();
        var faults = await page.FindFaultsAsync();
        var wide = await page.FindWideAsync();
        return new(faults, wide, noted.Elsewhere, noted.Complaints, first, later);

        async Task<long> GoAsync()
        {
            await page.ShowAsync(stage, tongue, place);
            return noted.TakeBytes();
        }
    }

    private async Task<IPage> OpenAsync(Tongue tongue, Reader reader) => await (await stage.OpenAsync(tongue, reader)).NewPageAsync();
}
