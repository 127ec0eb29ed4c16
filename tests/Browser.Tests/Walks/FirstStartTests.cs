using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Walks;

[Collection(OneStage.Name)]
public sealed class FirstStartTests(NestStage stage)
{
    [Fact]
    public async Task The_printed_address_makes_the_first_administrator_once_and_says_so_in_both_languages()
    {
        var walk = await stage.Cast.FirstStartAsync();
        Assert.Equal("You are invited as an administrator.", walk.InvitedEnglish);
        Assert.Equal("Vous êtes invité comme administratrice ou administrateur.", walk.InvitedFrench);
        Assert.Equal(("/en/", FirstStart.Name), (walk.Leads, walk.Named));
        Assert.Contains("has been used", walk.Again);
    }

    [Theory]
    [MemberData(nameof(Tongue.All), MemberType = typeof(Tongue))]
    public async Task Whoever_signs_out_reads_what_is_published_and_comes_back_by_the_page_that_asks_to_sign_in(string language)
    {
        var tongue = new Tongue(language);
        await using var context = await stage.OpenAsync(tongue, await stage.Cast.StaffAsync("north.rivers"));
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{language}/you");
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Sign out", "Se déconnecter"), Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(tongue.Say("Northland", "Pays du Nord"));

        await page.GotoAsync($"/{language}/initiatives/north.rivers/partners");
        await Assertions.Expect(page.Locator(".lead")).ToHaveTextAsync(tongue.Say("Sign in to see this page.", "Connectez-vous pour voir cette page."));
        await page.GetByLabel(tongue.Say("Email address", "Adresse courriel")).FillAsync(Cast.EmailOf("staff of north.rivers"));
        await page.GetByLabel(tongue.Say("Password", "Mot de passe")).FillAsync(Cast.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Sign in", "Se connecter"), Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{stage.Address}/{language}/initiatives/north.rivers/partners");
    }
}
