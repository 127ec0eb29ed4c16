namespace CollectiveImpact.Browser.Tests.Pages;

/// <summary>Notes what a page asks for, what the browser complains of, and how many bytes come.</summary>
internal sealed class Noted : IDisposable
{
    private readonly IPage page;
    private readonly string own;
    private readonly Place place;
    private long bytes;

    public Noted(IPage page, string own, Place place)
    {
        (this.page, this.own, this.place) = (page, own + "/", place);
        page.Request += Ask;
        page.RequestFailed += Fail;
        page.Console += Say;
    }

    public List<string> Elsewhere { get; } = [];

    public List<string> Complaints { get; } = [];

    /// <summary>Begins to count bytes, as if nothing had been kept from before.</summary>
    public async Task ListenAsync()
    {
        var network = await page.Context.NewCDPSessionAsync(page);
        network.Event("Network.loadingFinished").OnEvent += (_, told) => Interlocked.Add(ref bytes, (long)told!.Value.GetProperty("encodedDataLength").GetDouble());
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.clearBrowserCache");
    }

    /// <summary>The bytes since it was asked last.</summary>
    public long TakeBytes() => Interlocked.Exchange(ref bytes, 0);

    public void Dispose()
    {
        page.Request -= Ask;
        page.RequestFailed -= Fail;
        page.Console -= Say;
    }

    private void Ask(object? sender, IRequest request)
    {
        if (!request.Url.StartsWith(own, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            Elsewhere.Add(request.Url);
    }

    private void Fail(object? sender, IRequest request) => Complaints.Add($"{request.Url}: {request.Failure}");

    private void Say(object? sender, IConsoleMessage line)
    {
        // That a page is not there, its status says, and that is meant.
        var isMeant = (int)place.Status >= 400 && line.Text.Contains($"the server responded with a status of {(int)place.Status}");
        if (line.Type is "error" or "warning" && !isMeant)
            Complaints.Add(line.Text);
    }
}
