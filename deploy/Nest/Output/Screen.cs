using CollectiveImpact.NestFolder;
using CollectiveImpact.NestLoading;
using CollectiveImpact.NestLoading.Progress;
using Spectre.Console;

namespace CollectiveImpact.Nest.Output;

/// <summary>Where the run says what it does: standard output, a terminal or not.</summary>
internal static class Screen
{
    // A file has no width of its own: a row stays a line.
    private const int WidthOfFile = 240;

    /// <summary>What the run waits for last.</summary>
    public static Stage Figures { get; } = new("figures arrived", "published figures have their roll-up");

    public static bool IsTerminal => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    /// <summary>Where tables are written: in colour and as wide as the terminal, or plain and wide.</summary>
    public static IAnsiConsole Tables()
    {
        if (IsTerminal)
            return AnsiConsole.Console;
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(Console.Out) });
        console.Profile.Width = WidthOfFile;
        return console;
    }

    /// <summary>Runs something that takes a while, and shows how far it is.</summary>
    public static async Task ShowAsync(Folder folder, Func<IStageProgress, Task> load)
    {
        if (IsTerminal)
            await BarProgress.RunAsync(AnsiConsole.Console, [.. LoadStages.Of(folder), Figures], load);
        else
            await load(new LineProgress(Console.Out));
    }
}
