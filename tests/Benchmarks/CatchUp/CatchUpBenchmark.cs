using CollectiveImpact.Benchmarks.Output;

namespace CollectiveImpact.Benchmarks.CatchUp;

/// <summary>A node that was cut off: how fast its parent has what was written meanwhile.</summary>
internal static class CatchUpBenchmark
{
    private const int Documents = 50_000;

    private const string Explanation =
        """
        Catching up after a long cut. A child has written reports, in imports (PostgreSQL: transactions) of 1,000, while its
        parent was gone; from the moment the link stands until the parent has all of them on disk. On loopback.
          the exchange                     a provincial node to a national one, both just started: the parent verifies each
                                           document, stores it, and adds its figures up.
          bare gRPC stream, nothing kept   frames of the same shape, size and number, 16 ahead of the acknowledgements: the
                                           other end parses and acknowledges them, and keeps nothing.
          PostgreSQL logical replication   rows of the same bytes, with both of the document table's keys; one server publishes,
                                           another subscribes (no initial copy). It neither verifies nor adds up.
        Processor time is of both ends.

        """;

    public static async Task RunAsync(int rounds, CancellationToken cancellationToken)
    {
        Console.WriteLine(Explanation);
        var bytes = SampleDocuments.Frames(0, Documents).Sum(frame => (long)frame.CalculateSize());
        await using var nest = await NestCatchUp.StartAsync(cancellationToken);
        await using var stream = new StreamCatchUp();
        await using var replication = await ReplicationCatchUp.StartAsync(cancellationToken);
        ICatchUp[] sides = [nest, stream, replication];
        var comparison = new Comparison($"{Documents:#,0} documents, {bytes / 1e6:0.0} MB", "documents/s", "MB/s", "processor ms a document");
        for (var round = 0; round < rounds; round++)
        {
            var caughtUp = new CaughtUp[sides.Length];
            for (var turn = 0; turn < sides.Length; turn++)
            {
                var side = (turn + round) % sides.Length;
                caughtUp[side] = await sides[side].RunAsync(round, Documents, cancellationToken);
            }

            foreach (var (side, each) in sides.Zip(caughtUp))
                comparison.Add(side.Name, Documents / each.Seconds, bytes / 1e6 / each.Seconds, each.Processor * 1000 / Documents);
        }

        comparison.Write();
    }
}
