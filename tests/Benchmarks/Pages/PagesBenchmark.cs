using System.Globalization;
using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.Nest.Arrival;
using CollectiveImpact.NestFolder;
using CollectiveImpact.NestFolder.Requests;
using CollectiveImpact.NestLoading;
using CollectiveImpact.NestLoading.Progress;

namespace CollectiveImpact.Benchmarks.Pages;

/// <summary>
/// The console with a nest folder loaded and fifty people reading at once: the time to a page's first byte, of every
/// kind of page; first as people read, then as fast as pages come.
/// </summary>
internal static class PagesBenchmark
{
    private const int Readers = 50;
    private const double AimMedian = 200, AimMost = 500;

    // A backbone's person looks at a page for some seconds; the aim is for pages that are read, and the second run shows the reserve.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5), WarmUp = TimeSpan.FromSeconds(20), Counted = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(string directory, CancellationToken cancellationToken)
    {
        var nest = Folder.Read(directory).Folder ?? throw new InvalidOperationException($"{directory} is no sound nest folder; `nest` run with it tells what is wrong");
        Console.WriteLine($"Pages of {Path.GetFileName(Path.TrimEndingDirectorySeparator(directory))}, {Readers} people reading at once, time to the first byte:");
        await using var nodes = new RunningNodes();
        await nodes.StartAsync(nodes.Plan.All, cancellationToken);
        await LoadAsync(nodes.Plan.Gateway.Address, nest, cancellationToken);
        var shelf = new Bookshelf(nest);
        var read = await ReadAsync(nodes.Plan.Gateway.Address, shelf, Pause, cancellationToken);
        foreach (var kind in read.GroupBy(page => page.Kind, page => page.FirstByte).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            Say(kind.Key, new Samples(kind), kind.Count());
        Say($"all pages, each person one every {Pause.TotalSeconds:0} s", new Samples(read.Select(page => page.FirstByte)), read.Count, aim: true);
        var fast = await ReadAsync(nodes.Plan.Gateway.Address, shelf, TimeSpan.Zero, cancellationToken);
        Say(string.Create(CultureInfo.InvariantCulture, $"all pages, without a pause: {fast.Count / Counted.TotalSeconds:0} a second"), new Samples(fast.Select(page => page.FirstByte)), fast.Count);
        Console.WriteLine();
    }

    private static async Task LoadAsync(string address, Folder nest, CancellationToken cancellationToken)
    {
        using var connection = new NestConnection(address);
        var progress = new LineProgress(TextWriter.Null);
        var loader = new Loader(connection, nest, new Patience(TimeProvider.System), progress);
        await loader.PrepareAsync(cancellationToken);
        await loader.ImportAsync(cancellationToken);
        var arrived = await new ArrivalWatch(connection, TimeProvider.System, progress).WaitAsync(Expectations.Of(nest), loaded: true, cancellationToken);
        if (arrived.FirstOrDefault(figure => !figure.Matches) is { } differs) throw new InvalidOperationException($"the nest was not loaded whole: {differs}");
    }

    private static async Task<List<(string Kind, double FirstByte)>> ReadAsync(string address, Bookshelf shelf, TimeSpan pause, CancellationToken cancellationToken)
    {
        var counts = false;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Reader[] readers = [.. Enumerable.Range(0, Readers).Select(number => new Reader(address, shelf, number))];
        try
        {
            var reading = readers.Select(reader => Task.Run(() => reader.ReadAsync(pause, () => Volatile.Read(ref counts), end.Token))).ToArray();
            await Task.Delay(WarmUp, cancellationToken);
            Volatile.Write(ref counts, true);
            await Task.WhenAny(Task.Delay(Counted, cancellationToken), Task.WhenAll(reading));
            await end.CancelAsync();
            return [.. (await Task.WhenAll(reading)).SelectMany(pages => pages)];
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }
    }

    private static void Say(string what, Samples times, int pages, bool aim = false) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {what,-48} {pages,6} pages  median {times.Median,6:0.0} ms  95 of 100 within {times.Quantile(0.95),6:0.0} ms{(aim ? $"  (aims: {AimMedian} and {AimMost} ms)" : "")}"));
}
