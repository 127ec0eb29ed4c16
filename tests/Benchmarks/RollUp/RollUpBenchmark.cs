using CollectiveImpact.Benchmarks.Nodes;
using CollectiveImpact.Benchmarks.Output;
using CollectiveImpact.Postgres.Testing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Benchmarks.RollUp;

/// <summary>
/// Reports a second, until all of them are in the nation's figures: by the services, and by one PostgreSQL database in
/// which a trigger or a materialised view rolls them up.
/// </summary>
internal static class RollUpBenchmark
{
    private const int OneByOne = 6000, InBulk = 20_000, Calm = 2000, History = 12;

    private static readonly Sending ByCallers = new(32, 1), ByBatches = new(1, 1000), ByTheClock = new(32, 1, Rate: 200);

    private const string Explanation =
        """
        Reports rolled up from locals through a province to the nation. A report has a total and two cells, exact decimals,
        and is the first of its local and month; every local has reported 12 months before. All local commits are on disk
        before they are answered (SQLite synchronous=FULL; PostgreSQL fsync and synchronous_commit on). On loopback.
          the nest: Report              32 callers at once over one gRPC channel to the local service, a report a call. Three
                                        services, each with its own log: each checks, stores, signs or verifies, and adds up.
          the nest: Import              one caller, streams of 1,000 reports, one after the other.
          PostgreSQL: INSERT            32 connections, a prepared INSERT of the report's 3 rows each, committed by itself.
          PostgreSQL: COPY              one connection, binary COPY of 1,000 reports' rows in a transaction, one after the other.
          trigger                       once a statement, adds to the totals of the three levels (INSERT … ON CONFLICT).
          view refreshed                one more connection refreshes the materialised roll-up again and again.
        The rate counts from the first report sent until the nation's figure shows all. `to visible` is the time from a
        report's sending until the nation's figure shows it: at full load, where reports queue, and at 200 reports a second,
        where they need not. Processor time is of the servers alone.

        """;

    private static readonly string[] Columns = ["to visible, ms", "99 of 100, ms", "processor ms a report"];

    public static async Task RunAsync(int[] sizes, int rounds, CancellationToken cancellationToken)
    {
        Console.WriteLine(Explanation);
        await using var server = await PostgresServer.StartAsync(Durability.Full, cancellationToken: cancellationToken);
        foreach (var locals in sizes) await RunAsync(server, locals, rounds, cancellationToken);
    }

    private static async Task RunAsync(PostgresServer server, int locals, int rounds, CancellationToken cancellationToken)
    {
        var history = SampleReport.Take(locals, 0, locals * History);
        await using var nest = await RunningNest.StartAsync(locals, Indicator.Types.PeriodKind.Month, cancellationToken);
        await using var watch = new NationWatch(nest);
        await new NestRollUp(nest, watch, ByBatches).RunAsync(history, cancellationToken);
        var trigger = await SqlNest.CreateAsync(server, $"trigger_{locals}", refreshes: false, locals, history, cancellationToken);
        var view = await SqlNest.CreateAsync(server, $"view_{locals}", refreshes: true, locals, history, cancellationToken);

        // The nest keeps what it was told, so it has another month each time.
        var month = History;
        await CompareAsync(
            new($"{locals:#,0} locals, {OneByOne:#,0} reports one by one, {ByCallers.Callers} at once", "reports/s", Columns), OneByOne, ByCallers, outcome => outcome.Rates);
        await CompareAsync(
            new($"{locals:#,0} locals, {InBulk:#,0} reports in batches of {ByBatches.Batch:#,0}", "reports/s", Columns), InBulk, ByBatches, outcome => outcome.Rates);
        await CompareAsync(
            new($"{locals:#,0} locals, {Calm:#,0} reports, {ByTheClock.Rate} a second", "to visible, ms", Columns[1..]) { LessIsBetter = true }, Calm, ByTheClock, outcome => outcome.Delay);

        async Task CompareAsync(Comparison comparison, int count, Sending sending, Func<Outcome, double[]> figures)
        {
            IRollUp[] sides =
            [
                new NestRollUp(nest, watch, sending),
                new SqlRollUp(server, trigger, refreshes: false, sending),
                new SqlRollUp(server, view, refreshes: true, sending),
            ];
            // The first round warms up, and is not counted.
            for (var round = 0; round <= rounds; round++)
            {
                var reports = SampleReport.Take(locals, month, count);
                month += SampleReport.Months(locals, count);
                var outcomes = new Outcome[sides.Length];
                for (var turn = 0; turn < sides.Length; turn++)
                {
                    var side = (turn + round) % sides.Length;
                    outcomes[side] = await sides[side].RunAsync(reports, cancellationToken);
                }

                if (round == 0) continue;
                foreach (var (side, outcome) in sides.Zip(outcomes)) comparison.Add(side.Name, figures(outcome));
            }

            comparison.Write();
        }
    }
}
