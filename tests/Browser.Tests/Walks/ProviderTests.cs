using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Walks;

[Collection(OneStage.Name)]
public sealed class ProviderTests(NestStage stage)
{
    [Theory]
    [MemberData(nameof(Tongue.All), MemberType = typeof(Tongue))]
    public async Task Somebody_joins_by_the_organisation_s_identity_provider_and_comes_back_by_it(string language)
    {
        var tongue = new Tongue(language);
        var (account, name) = ($"mary-{language}", tongue.Say("Mary Maple", "Marie Érable"));
        stage.Provider.Add(account, $"{account}@maple.example", name);
        var invitation = await stage.Cast.InviteAsync(tongue, "north.mill", "Member");
        await using var context = await stage.OpenAsync(tongue);
        var page = await context.NewPageAsync();
        await page.GotoAsync(invitation);
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Join with Maple House", "Se joindre avec Maison de l’Érable") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = account }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();

        await page.GotoAsync($"/{language}/you");
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Sign out", "Se déconnecter"), Exact = true }).ClickAsync();
        await page.GotoAsync($"/{language}/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Sign in with Maple House", "Se connecter avec Maison de l’Érable") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = account }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(tongue.Say("What needs you today", "Ce qui vous attend aujourd’hui"));
    }

    [Theory]
    [MemberData(nameof(Tongue.All), MemberType = typeof(Tongue))]
    public async Task Somebody_whom_nobody_invited_is_told_so(string language)
    {
        var tongue = new Tongue(language);
        stage.Provider.Add($"sam-{language}", $"sam-{language}@maple.example", "Sam Stranger");
        await using var context = await stage.OpenAsync(tongue);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{language}/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Sign in with Maple House", "Se connecter avec Maison de l’Érable") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"sam-{language}" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("invit");
    }
}
