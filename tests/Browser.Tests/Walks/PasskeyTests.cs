using CollectiveImpact.Browser.Tests.Stage;

namespace CollectiveImpact.Browser.Tests.Walks;

/// <summary>Passkeys in a browser that has an authenticator of its own; by the name localhost, since no bare number may have them.</summary>
[Collection(OneStage.Name)]
public sealed class PasskeyTests(NestStage stage)
{
    [Theory]
    [MemberData(nameof(Tongue.All), MemberType = typeof(Tongue))]
    public async Task Somebody_joins_by_a_passkey_signs_out_and_comes_back_by_it(string language)
    {
        var tongue = new Tongue(language);
        var invitation = Named(await stage.Cast.InviteAsync(tongue, "north.mill", "Member"));
        await using var context = await stage.OpenAsync(tongue);
        var page = await context.NewPageAsync();
        var devices = await context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync(invitation);
        await page.GetByLabel(tongue.Say("Your name", "Votre nom")).FillAsync($"Kim {language}");
        await page.GetByLabel(tongue.Say("Email address", "Adresse courriel")).FillAsync($"kim.{language}@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Join with a passkey", "Se joindre avec une clé d’accès") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = $"Kim {language}" })).ToBeVisibleAsync();

        await page.GotoAsync(Named($"{stage.Address}/{language}/you"));
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Sign out", "Se déconnecter"), Exact = true }).ClickAsync();
        await page.GotoAsync(Named($"{stage.Address}/{language}/sign-in"));
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Sign in with a passkey", "Se connecter avec une clé d’accès") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = $"Kim {language}" })).ToBeVisibleAsync();
    }

    private static string Named(string address) => address.Replace("127.0.0.1", "localhost");
}
