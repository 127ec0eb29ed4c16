using CollectiveImpact.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- [DIR], where DIR is the nest folder of the first benchmark.
Machine.Describe();
if (args is [var folder]) await LoadBenchmark.RunAsync(folder, runs: 3);
await LatencyBenchmark.RunAsync();
await IdleBenchmark.RunAsync(runs: 5);
