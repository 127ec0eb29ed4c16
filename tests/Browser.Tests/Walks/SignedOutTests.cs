using CollectiveImpact.Browser.Tests.Pages;
using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Walks;

[Collection(OneStage.Name)]
public sealed class SignedOutTests(NestStage stage)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task What_somebody_typed_survives_being_signed_out_meanwhile(string language)
    {
        var tongue = new Tongue(language);
        var name = tongue.Say("Hannah Lasting", "Odette Durable");
        var invitation = await stage.Cast.InviteAsync(tongue, "north.mill", "Staff");
        await using var context = await stage.OpenAsync(tongue, await stage.Cast.JoinAsync(tongue, invitation, name));
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{language}/initiatives/north.mill/partner");
        var partner = tongue.Say("The mill’s choir", "La chorale du moulin");
        await page.GetByLabel(tongue.Say("Name", "Nom"), new() { Exact = true }).FillAsync(partner);
        await page.GetByLabel(tongue.Say("Sector", "Secteur")).SelectOptionAsync("NotForProfit");

        await context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Add a partner", "Ajouter un partenaire") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(tongue.Say("You are signed out", "Vous n’êtes plus connecté"));
        Assert.Empty(await page.FindFaultsAsync());

        var other = await context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("Sign in, in another tab", "Connectez-vous dans un autre onglet") }).ClickAsync());
        await other.GetByLabel(tongue.Say("Email address", "Adresse courriel")).FillAsync(Cast.EmailOf(name));
        await other.GetByLabel(tongue.Say("Password", "Mot de passe")).FillAsync(Cast.Password);
        await other.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Sign in", "Se connecter"), Exact = true }).ClickAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();

        // The first time it is shown to be the sender's own by now; the second time it counts.
        var again = page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Send it again", "Envoyer de nouveau") });
        await again.ClickAsync();
        await again.ClickAsync();
        await Assertions.Expect(page.GetByText(partner, new() { Exact = true })).ToBeVisibleAsync();
    }
}
