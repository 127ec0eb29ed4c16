using System.Diagnostics;
using System.Globalization;
using CollectiveImpact.Simulation.Running;

// The long run; README.md beside this file says how.
var (from, count, seed, threads, verbose) = (1L, 0L, (long?)null, Environment.ProcessorCount, false);
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--from" when i + 1 < args.Length: from = long.Parse(args[++i], CultureInfo.InvariantCulture); break;
        case "--count" when i + 1 < args.Length: count = long.Parse(args[++i], CultureInfo.InvariantCulture); break;
        case "--seed" when i + 1 < args.Length: seed = long.Parse(args[++i], CultureInfo.InvariantCulture); break;
        case "--threads" when i + 1 < args.Length: threads = int.Parse(args[++i], CultureInfo.InvariantCulture); break;
        case "--trace": verbose = true; break;
        default:
            Console.Error.WriteLine("--from N --count N: that many schedules from a seed on; --threads N: at a time; --seed N: one schedule, with its last steps; --trace: all of them");
            return 2;
    }
}

if (seed is { } one)
{
    var outcome = Schedule.Run(one, writer: verbose ? Console.Out : null);
    if (!verbose) Console.Write(outcome.Last);
    Console.WriteLine($"seed {one}: {outcome.Steps} steps, hash {outcome.Hash:x16}, {outcome.Failure ?? "passed"}");
    return outcome.Failure is null ? 0 : 1;
}

var watch = Stopwatch.StartNew();
var (next, done, steps, failed) = (from - 1, 0L, 0L, new List<long>());
var gate = new Lock();
var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToList();
workers.ForEach(worker => worker.Start());
workers.ForEach(worker => worker.Join());
Console.WriteLine($"{done} schedules, {steps} steps, {failed.Count} failed{(failed.Count > 0 ? ": " + string.Join(' ', failed.Order()) : "")}, {watch.Elapsed:hh\\:mm\\:ss}");
return failed.Count == 0 ? 0 : 1;

void Work()
{
    while (Interlocked.Increment(ref next) is var mine && mine < from + count)
    {
        var outcome = Schedule.Run(mine);
        lock (gate)
        {
            (done, steps) = (done + 1, steps + outcome.Steps);
            if (outcome.Failure is not null)
            {
                failed.Add(mine);
                Console.WriteLine(outcome.Show());
            }

            if (done % 100 == 0) Console.WriteLine($"{done} of {count} schedules, {failed.Count} failed, {done / watch.Elapsed.TotalMinutes:0} a minute");
        }
    }
}
