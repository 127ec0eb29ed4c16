using CollectiveImpact.Browser.Tests.Stage;
using CollectiveImpact.Browser.Tests.Walks;

namespace CollectiveImpact.Browser.Tests.Keyboard;

[Collection(OneStage.Name)]
public sealed class KeyboardTests(NestStage stage)
{
    [Theory]
    [InlineData("en", "2017")]
    [InlineData("fr", "2018")]
    public async Task A_figure_is_reported_with_the_keyboard_alone(string language, string year)
    {
        var tongue = new Tongue(language);
        await using var context = await stage.OpenAsync(tongue, await stage.Cast.StaffAsync("north.harbour"));
        var page = await context.NewPageAsync();
        var hands = new Hands(page);
        await page.GotoAsync($"/{language}/initiatives/north.harbour");
        await hands.SkipToContentAsync();
        await hands.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("Report a figure", "Déclarer un chiffre") }), "Enter");

        await hands.ChooseAsync(page.GetByLabel(tongue.Say("Indicator", "Indicateur")), "north/waiting-for-care");
        var period = page.GetByLabel(tongue.Say("Period", "Période"));
        await hands.GoToAsync(page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Go on", "Continuer") }));
        await hands.GoBackToAsync(period);
        await hands.TypeAsync(period, year);
        await page.Keyboard.PressAsync("Enter");

        await hands.TypeAsync(page.GetByRole(AriaRole.Textbox), "1712");
        await hands.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Report a figure", "Déclarer un chiffre") }), "Space");
        await hands.GoToAsync(page.GetByRole(AriaRole.Link, new() { Name = tongue.Say("See the figure", "Voir le chiffre") }));
    }

    [Theory]
    [InlineData("en", "advance-policy", "Advance policy")]
    [InlineData("fr", "support-aligned-activities", "Soutenir les activités alignées")]
    public async Task A_hand_over_is_answered_with_the_keyboard_alone(string language, string function, string name)
    {
        var tongue = new Tongue(language);
        await using var local = await stage.OpenAsync(tongue, await stage.Cast.StaffAsync("north.harbour"));
        var holder = await local.NewPageAsync();
        await holder.GotoAsync($"/{language}/initiatives/north.harbour/functions/{function}");
        await HandOverTests.OfferAsync(holder, tongue, "north.east", tongue.Say("Too much for us", "Trop pour nous"));

        await using var context = await stage.OpenAsync(tongue, await stage.Cast.StaffAsync("north.east"));
        var page = await context.NewPageAsync();
        var hands = new Hands(page);
        await page.GotoAsync($"/{language}/initiatives/north.harbour");
        var change = page.GetByRole(AriaRole.Link, new() { Name = $"{tongue.Say("Change who holds it: ", "Changer qui l’exerce\u00A0: ")}{name}" });
        await page.ReloadUntilAsync(change);
        await hands.SkipToContentAsync();
        await hands.PressAsync(change, "Enter");
        await hands.TypeAsync(page.GetByLabel(tongue.Say("Why", "Pourquoi")), tongue.Say("Not before summer", "Pas avant l’été"));
        await hands.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Decline for Eastshore", "Décliner pour Rive-Est") }), "Space");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Tongue.All), MemberType = typeof(Tongue))]
    public async Task Somebody_is_invited_with_the_keyboard_alone(string language)
    {
        var tongue = new Tongue(language);
        await using var context = await stage.OpenAsync(tongue, await stage.Cast.StaffAsync("north.harbour"));
        var page = await context.NewPageAsync();
        var hands = new Hands(page);
        await page.GotoAsync($"/{language}/initiatives/north.harbour");
        await hands.SkipToContentAsync();
        await hands.PressAsync(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = tongue.Say("People", "Personnes"), Exact = true }), "Enter");
        await hands.ChooseAsync(page.GetByLabel(tongue.Say("Role", "Rôle"), new() { Exact = true }), "Partner");
        await hands.TypeAsync(page.GetByLabel(tongue.Say("Partner’s identifier", "Identifiant du partenaire")), "school-board");
        await hands.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Make the invitation", "Créer l’invitation") }), "Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Locator("code")).ToContainTextAsync($"{stage.Address}/{language}/join?code=");
    }
}
