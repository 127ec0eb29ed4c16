namespace CollectiveImpact.Cli.Output;

/// <summary>Some text of a line, and how it is meant.</summary>
internal readonly record struct Piece(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Piece(string text) => new(text);
}
