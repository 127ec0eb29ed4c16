using Spectre.Console;

namespace CollectiveImpact.Cli.Output;

/// <summary>Lines of text for one writer: coloured where a person reads them, plain and stable elsewhere.</summary>
internal sealed class Screen
{
    private readonly TextWriter writer;
    private readonly IAnsiConsole? colours;

    public Screen(TextWriter writer, bool isRead, int width)
    {
        (this.writer, IsRead, Width) = (writer, isRead, width);
        if (!isRead)
            return;
        colours = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(writer) });
        // Lines are fitted here, and never wrapped within a word by the console.
        colours.Profile.Width = int.MaxValue / 2;
    }

    public bool IsRead { get; }

    public int Width { get; }

    public void Line(params ReadOnlySpan<Piece> pieces)
    {
        foreach (var piece in pieces)
            Write(piece);
        writer.WriteLine();
    }

    /// <summary>A sentence, broken between words where a person reads it.</summary>
    public void Sentence(string text, Tone tone = Tone.Plain)
    {
        foreach (var line in IsRead ? Wrapping.Lines(text, Width) : [text])
            Line(new Piece(line, tone));
    }

    private void Write(Piece piece)
    {
        if (colours is null || piece.Tone == Tone.Plain)
            writer.Write(piece.Text);
        else
            colours.Write(new Text(piece.Text, StyleOf(piece.Tone)));
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Heading => new(decoration: Decoration.Bold),
        Tone.Good => new(Color.Green),
        Tone.Notice => new(Color.Olive),
        Tone.Bad => new(Color.Red),
        Tone.Faint => new(decoration: Decoration.Dim),
        _ => Style.Plain,
    };
}
