using System.Diagnostics;
using System.Net;

namespace CollectiveImpact.Benchmarks.Pages;

/// <summary>One person at a browser: opens a page, reads it, opens the next.</summary>
internal sealed class Reader(string address, Bookshelf shelf, int number) : IDisposable
{
    private readonly Random _choice = new(number);
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseCookies = false }) { BaseAddress = new Uri(address) };

    /// <summary>Reads until the end.</summary>
    /// <param name="pause">How long a page is read on average: between none of it and twice as long.</param>
    /// <param name="counts">Whether what is measured now counts.</param>
    /// <param name="cancellationToken">Ends it, after the page at hand.</param>
    /// <returns>The time to the first byte of each page, in milliseconds.</returns>
    public async Task<List<(string Kind, double FirstByte)>> ReadAsync(TimeSpan pause, Func<bool> counts, CancellationToken cancellationToken)
    {
        List<(string, double)> read = [];
        while (!cancellationToken.IsCancellationRequested)
        {
            var (kind, page) = shelf.Choose(_choice);
            var firstByte = await OpenAsync(page);
            if (counts()) read.Add((kind, firstByte));
            await Task.Delay(pause * 2 * _choice.NextDouble(), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return read;
    }

    private async Task<double> OpenAsync(string page)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await _browser.GetAsync(page, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{page} answers {(int)answer.StatusCode}");
        await using var text = await answer.Content.ReadAsStreamAsync();
        if (text.ReadByte() < 0) throw new InvalidOperationException($"{page} is empty");
        var firstByte = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        await text.CopyToAsync(Stream.Null);
        return firstByte;
    }

    public void Dispose() => _browser.Dispose();
}
