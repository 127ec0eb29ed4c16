using System.Text.Json;
using CollectiveImpact.Cli.CommandLine;
using CollectiveImpact.Cli.Output;

namespace CollectiveImpact.Cli.Tests;

/// <summary>Runs <c>nest</c> in this process, as its Program does, with streams of the test.</summary>
internal sealed class Nest
{
    public Dictionary<string, string> Environment { get; init; } = [];

    public string Input { get; init; } = "";

    /// <summary>Whether a person sits there, at a terminal of 80 columns.</summary>
    public bool AtTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public async Task<Outcome> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(output, error, new StringReader(Input), name => Environment.GetValueOrDefault(name))
        {
            IsOutRead = AtTerminal,
            IsErrorRead = AtTerminal,
            IsInTyped = AtTerminal,
        };
        var exitCode = await NestCommandLine.RunAsync(args, terminal, Time);
        return new(exitCode, output.ToString(), error.ToString());
    }
}

/// <summary>How a run ended, and what it printed.</summary>
internal sealed record Outcome(int ExitCode, string Out, string Error)
{
    public string[] OutLines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Standard output, which is one JSON document.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Standard error, which is one JSON document.</summary>
    public JsonElement JsonError => JsonDocument.Parse(Error).RootElement;

    public Outcome Ends(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"It ended with {ExitCode}, not {exitCode}.\n{Out}\n{Error}");
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return this;
    }
}
