using System.Collections.Concurrent;

namespace CollectiveImpact.Browser.Tests.Stage;

/// <summary>
/// Who walks. Each comes in once, by the pages, and is kept signed in: the gateway takes few attempts a minute from one address.
/// </summary>
internal sealed class Cast(NestStage stage, string firstAdministrator)
{
    public const string Password = "three words and more";

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> signedIn = new();
    private readonly Lazy<Task<FirstStart>> first = new(() => FirstStart.WalkAsync(stage, File.ReadAllText(firstAdministrator).Trim()));

    /// <summary>How the first administrator came in.</summary>
    public Task<FirstStart> FirstStartAsync() => first.Value;

    /// <summary>The first administrator, signed in.</summary>
    public async Task<string> AdministratorAsync() => (await first.Value).SignedIn;

    /// <summary>Somebody of a backbone's staff, invited by the administrator at the first call.</summary>
    public Task<string> StaffAsync(string initiative) => KeepAsync($"staff of {initiative}", async name =>
    {
        var address = await InviteAsync(new Tongue("en"), initiative, "Staff");
        return await JoinAsync(new Tongue("en"), address, name);
    });

    /// <summary>A person of Harbourton's nursery.</summary>
    public Task<string> PartnerAsync() => PersonAsync("north.harbour", "Partner", "quay-nursery");

    /// <summary>Somebody with a role, invited by the administrator at the first call.</summary>
    public Task<string> PersonAsync(string initiative, string role, string partner = "") => KeepAsync($"{role} of {initiative} {partner}".Trim(), async name =>
    {
        var address = await InviteAsync(new Tongue("en"), initiative, role, partner);
        return await JoinAsync(new Tongue("en"), address, name);
    });

    /// <summary>The code of an invitation that nobody takes up.</summary>
    public Task<string> OpenInvitationAsync() => KeepAsync("open", async _ =>
    {
        var address = await InviteAsync(new Tongue("en"), "north.mill", "Partner", "mill-library");
        return address[(address.IndexOf("code=", StringComparison.Ordinal) + "code=".Length)..];
    });

    /// <summary>Has the administrator invite somebody, and gives the address of the invitation.</summary>
    public async Task<string> InviteAsync(Tongue tongue, string initiative, string role, string partner = "")
    {
        await using var context = await stage.OpenAsync(tongue, await AdministratorAsync());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{tongue.Path}/{(initiative.Length > 0 ? $"initiatives/{initiative}/" : "")}people");
        if (initiative.Length > 0)
        {
            await page.GetByLabel(tongue.Say("Role", "Rôle"), new() { Exact = true }).SelectOptionAsync(role);
            await page.GetByLabel(tongue.Say("Partner’s identifier", "Identifiant du partenaire")).FillAsync(partner);
        }
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Make the invitation", "Créer l’invitation") }).ClickAsync();
        return (await page.GetByRole(AriaRole.Status).Locator("code").InnerTextAsync()).Trim();
    }

    /// <summary>Takes up an invitation in a browser of its own, and gives what signs the person in.</summary>
    public async Task<string> JoinAsync(Tongue tongue, string invitation, string name)
    {
        await using var context = await stage.OpenAsync(tongue);
        var page = await context.NewPageAsync();
        await page.GotoAsync(invitation);
        await FillInAsync(page, tongue, name);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
        return await context.StorageStateAsync();
    }

    /// <summary>Fills in who somebody is, on the page of an invitation, and sends it.</summary>
    public static async Task FillInAsync(IPage page, Tongue tongue, string name)
    {
        await page.GetByLabel(tongue.Say("Your name", "Votre nom")).FillAsync(name);
        await page.GetByLabel(tongue.Say("Email address", "Adresse courriel")).FillAsync(EmailOf(name));
        await page.GetByLabel(tongue.Say("Password", "Mot de passe")).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = tongue.Say("Join", "Se joindre"), Exact = true }).ClickAsync();
    }

    public static string EmailOf(string name) => name.ToLowerInvariant().Replace(' ', '.') + "@example.org";

    private Task<string> KeepAsync(string name, Func<string, Task<string>> come) =>
        signedIn.GetOrAdd(name, _ => new Lazy<Task<string>>(() => come(name))).Value;
}
