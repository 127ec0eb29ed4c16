namespace CollectiveImpact.Cli.Output;

/// <summary>Facts about one thing, each with its name before it.</summary>
internal sealed class FactList(Screen screen, int nameWidth)
{
    public void Add(string name, params ReadOnlySpan<Piece> pieces) =>
        screen.Line([new Piece(name.PadRight(nameWidth), Tone.Faint), .. pieces]);
}
