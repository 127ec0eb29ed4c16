using System.CommandLine;
using CollectiveImpact.Nest;

// Signals end the run by its own hand: its children first.
return await NestCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
