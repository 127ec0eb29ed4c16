using System.CommandLine;
using CollectiveImpact.Benchmarks;

// Signals end the run by its own hand: what it started first.
return await BenchmarkCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
