namespace CollectiveImpact.Browser.Tests.Stage;

/// <summary>The walk from a gateway that nobody administers to one that somebody does, and what was seen on it.</summary>
/// <param name="InvitedEnglish">What the page of the address says.</param>
/// <param name="InvitedFrench">What it says after its link to French.</param>
/// <param name="Leads">Where the form leads.</param>
/// <param name="Named">Whom the page that it leads to names as signed in.</param>
/// <param name="Again">What the address says to whoever opens it afterwards.</param>
/// <param name="SignedIn">What keeps the administrator signed in.</param>
internal sealed record FirstStart(string InvitedEnglish, string InvitedFrench, string Leads, string Named, string Again, string SignedIn)
{
    public const string Name = "Ann Arbour";

    public static async Task<FirstStart> WalkAsync(NestStage stage, string address)
    {
        var english = new Tongue("en");
        await using var context = await stage.OpenAsync(english);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        var invited = await page.Locator(".lead").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Français" }).ClickAsync();
        var invitedFrench = await page.Locator(".lead").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Cast.FillInAsync(page, english, Name);
        var named = await page.GetByRole(AriaRole.Navigation, new() { Name = "Your page" }).GetByRole(AriaRole.Link).Last.InnerTextAsync();
        var leads = new Uri(page.Url).PathAndQuery;

        await using var somebody = await stage.OpenAsync(english);
        var late = await somebody.NewPageAsync();
        await late.GotoAsync(address);
        return new(invited, invitedFrench, leads, named, await late.Locator(".lead").InnerTextAsync(), await context.StorageStateAsync());
    }
}
