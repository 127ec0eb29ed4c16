using System.CommandLine;
using System.Text.Json.Nodes;
using CollectiveImpact.Cli.Output;
using CollectiveImpact.NestLoading.Progress;
using Google.Protobuf;
using Spectre.Console;

namespace CollectiveImpact.Cli.CommandLine;

/// <summary>One run of one command: what its line says, and where it speaks.</summary>
internal sealed class Session(Terminal terminal, TimeProvider time, ParseResult parsed, bool json)
{
    public Terminal Terminal => terminal;

    public TimeProvider Time => time;

    public ParseResult Parsed => parsed;

    /// <summary>Whether one JSON document is asked for instead of text.</summary>
    public bool Json => json;

    public Screen Out { get; } = new(terminal.Out, terminal.IsOutRead, terminal.Width);

    public Screen Error { get; } = new(terminal.Error, terminal.IsErrorRead, terminal.Width);

    /// <summary>Prints the answer: as JSON where that was asked for, otherwise as the text that <paramref name="write"/> writes.</summary>
    public void Print(Func<JsonNode> document, Action<Screen> write)
    {
        if (json)
            Out.Line(Output.Json.Text(document()));
        else
            write(Out);
    }

    public void Print(IMessage answer, Action<Screen> write) => Print(() => Output.Json.Of(answer), write);

    /// <summary>Says on standard error what is not the answer itself; nothing where JSON is asked for.</summary>
    public void Explain(string sentence, Tone tone = Tone.Plain)
    {
        if (!json)
            Error.Sentence(sentence, tone);
    }

    /// <summary>Says which command comes next, on a line of its own that can be copied.</summary>
    public void Suggest(string command)
    {
        if (!json)
            Error.Line($"  {command}");
    }

    /// <summary>Runs something that takes a while, and shows on standard error how far it is.</summary>
    public async Task ShowAsync(IReadOnlyList<Stage> stages, Func<IStageProgress, Task> work)
    {
        if (json)
            await work(new LineProgress(TextWriter.Null));
        else if (terminal.IsErrorRead)
            await BarProgress.RunAsync(AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(terminal.Error) }), stages, work);
        else
            await work(new LineProgress(terminal.Error));
    }
}
