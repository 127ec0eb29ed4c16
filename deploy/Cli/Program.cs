using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Output;

return await NestCommandLine.RunAsync(args, Terminal.OfThisProcess(), TimeProvider.System);
