using System.Text.Json;
using CollectiveImpact.Browser.Tests.Pages;
using CollectiveImpact.Gateway.Tests.People.Providers;
using CollectiveImpact.Nest.Tests;

namespace CollectiveImpact.Browser.Tests.Stage;

/// <summary>What all tests play on: a national, a provincial and a local node, the gateway with its console, and Chromium.</summary>
public sealed class NestStage : IAsyncLifetime
{
    /// <summary>No page takes as long on the slowest machine: who waits longer waits for what does not come.</summary>
    private const float Patience = 20_000;

    private readonly TestFolder data = new();
    private Runner? runner;
    private IPlaywright? playwright;

    /// <summary>The gateway's address, without a slash at its end.</summary>
    internal string Address { get; private set; } = "";

    internal Cast Cast { get; private set; } = null!;

    internal Visits Visits { get; private set; } = null!;

    private IBrowser Browser { get; set; } = null!;

    /// <summary>Where an organisation's people sign in.</summary>
    internal SmallProvider Provider { get; private set; } = null!;

    /// <summary>The addresses of the nodes, past the gateway.</summary>
    internal IReadOnlyList<string> Nodes { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Provider = await SmallProvider.StartAsync();
        var secret = Path.Combine(data.Path, "provider-secret");
        await File.WriteAllTextAsync(secret, SmallProvider.ClientSecret);
        var settings = Provider.Settings(secret).SelectMany(setting => new[] { "--gateway", setting["--Gateway:".Length..] });
        runner = Runner.Start(["--sign-in", "--nest", Path.Combine(AppContext.BaseDirectory, "nests", "early-years"), "--data", data.Path, .. settings]);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumOnDisk.Find(),
            // Its sandbox does not run as root, and these pages are our own.
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
        });
        Address = await runner.UpAsync();
        Nodes = [.. new[] { "national", "provincial", "local" }.Select(AddressOf)];
        Cast = new Cast(this, Path.Combine(data.Path, "gateway", "first-administrator"));
        Visits = new Visits(this);
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        playwright?.Dispose();
        if (runner is not null)
            await runner.DisposeAsync();
        if (Provider is not null)
            await Provider.DisposeAsync();
        data.Dispose();
    }

    /// <summary>A node writes its address, with what its operator shows, into its folder.</summary>
    private string AddressOf(string node)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(data.Path, node, "operator.json")));
        return file.RootElement.GetProperty("address").GetString()!;
    }

    /// <summary>A browser of somebody's own, with nothing kept from before but what <paramref name="signedIn"/> holds.</summary>
    internal async Task<IBrowserContext> OpenAsync(
        Tongue tongue, string? signedIn = null, Screen screen = Screen.Laptop, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Address,
            Locale = tongue.Locale,
            ColorScheme = scheme,
            StorageState = signedIn,
            ViewportSize = screen switch
            {
                Screen.Narrow => new() { Width = 320, Height = 640 },
                Screen.Phone => new() { Width = 390, Height = 844 },
                _ => new() { Width = 1280, Height = 800 },
            },
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }
}
