using System.Text;

namespace CollectiveImpact.Cli.Output;

/// <summary>What a command reads from and writes to, and what it may know of where it runs.</summary>
/// <param name="Out">Standard output: what was asked for, and nothing else.</param>
/// <param name="Error">Standard error: explanations, progress and errors.</param>
/// <param name="In">Standard input.</param>
/// <param name="Variable">An environment variable; null where it is not set.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, TextReader In, Func<string, string?> Variable)
{
    /// <summary>Whether a person reads standard output as it is written: colours and columns that fit.</summary>
    public bool IsOutRead { get; init; }

    /// <summary>The same of standard error.</summary>
    public bool IsErrorRead { get; init; }

    /// <summary>Whether a person can answer a question.</summary>
    public bool IsInTyped { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 80;

    public static Terminal OfThisProcess()
    {
        // What is piped is UTF-8 on every system.
        if (Console.IsOutputRedirected && OperatingSystem.IsWindows())
            Console.OutputEncoding = new UTF8Encoding(false);
        return new(Console.Out, Console.Error, Console.In, Environment.GetEnvironmentVariable)
        {
            IsOutRead = !Console.IsOutputRedirected,
            IsErrorRead = !Console.IsErrorRedirected,
            IsInTyped = !Console.IsInputRedirected,
            Width = Console.IsOutputRedirected || Console.WindowWidth < 40 ? 80 : Console.WindowWidth,
        };
    }
}
