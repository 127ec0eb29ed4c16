using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Pages;

/// <summary>What holds for every page.</summary>
[Collection(OneStage.Name)]
public sealed class PageTests(NestStage stage)
{
    private const int FirstVisit = 300_000, LaterVisit = 50_000;

    [Theory]
    [MemberData(nameof(Places.InEveryLanguage), MemberType = typeof(Places))]
    public async Task No_page_keeps_anybody_out_in_light_or_in_dark(string language, string path, Reader reader) =>
        Empty((await stage.Visits.SeeAsync(language, path, reader)).Faults);

    [Theory]
    [MemberData(nameof(Places.InEveryLanguage), MemberType = typeof(Places))]
    public async Task No_page_is_wider_than_the_smallest_phone(string language, string path, Reader reader) =>
        Empty((await stage.Visits.SeeAsync(language, path, reader)).Wide);

    [Theory]
    [MemberData(nameof(Places.InEveryLanguage), MemberType = typeof(Places))]
    public async Task No_page_asks_anybody_else_for_anything(string language, string path, Reader reader) =>
        Empty((await stage.Visits.SeeAsync(language, path, reader)).Elsewhere);

    [Theory]
    [MemberData(nameof(Places.InEveryLanguage), MemberType = typeof(Places))]
    public async Task The_browser_has_no_complaint_of_a_page(string language, string path, Reader reader) =>
        Empty((await stage.Visits.SeeAsync(language, path, reader)).Complaints);

    [Theory]
    [MemberData(nameof(Places.InEveryLanguage), MemberType = typeof(Places))]
    public async Task A_page_is_light(string language, string path, Reader reader)
    {
        var seen = await stage.Visits.SeeAsync(language, path, reader);
        Assert.InRange(seen.FirstVisit, 1, FirstVisit);
        Assert.InRange(seen.LaterVisit, 1, LaterVisit);
    }

    private static void Empty(IReadOnlyList<string> found) => Assert.True(found.Count == 0, string.Join('\n', found));
}
