using CollectiveImpact.Browser.Tests.Pages;
using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Pictures;

/// <summary>Pictures of the pages, in <c>artifacts/pictures</c>, to be looked at: what is ugly, no test says.</summary>
[Collection(OneStage.Name)]
public sealed class PictureTests(NestStage stage)
{
    // Beside artifacts/bin/PROJECT/CONFIGURATION, where this is built.
    private static readonly string Folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "pictures"));

    // Each language, size and scheme is in two of them.
    [Theory]
    [InlineData("en", "Laptop", "Light")]
    [InlineData("fr", "Laptop", "Dark")]
    [InlineData("en", "Phone", "Dark")]
    [InlineData("fr", "Phone", "Light")]
    public async Task Every_kind_of_page_has_its_picture(string language, string screen, string scheme)
    {
        var tongue = new Tongue(language);
        foreach (var reader in Enum.GetValues<Reader>())
        {
            await using var context = await stage.OpenAsync(tongue, reader, Enum.Parse<Screen>(screen), Enum.Parse<ColorScheme>(scheme));
            var page = await context.NewPageAsync();
            foreach (var place in Places.All.Where(place => place.Picture is not null && place.Reader == reader))
            {
                await page.ShowAsync(stage, tongue, place);
                var path = Path.Combine(Folder, $"{place.Picture}-{language}-{screen}-{scheme}.png".ToLowerInvariant());
                var picture = await page.ScreenshotAsync(new() { Path = path, FullPage = true });
                Assert.NotEmpty(picture);
            }
        }
    }
}
