namespace CollectiveImpact.Cli.Output;

/// <summary>How a piece of text is meant; a terminal shows it by a colour.</summary>
internal enum Tone
{
    Plain,

    /// <summary>What names the things below or beside it.</summary>
    Heading,
    Good,

    /// <summary>Someone should look at it, and need not hurry.</summary>
    Notice,
    Bad,

    /// <summary>Beside the matter.</summary>
    Faint,
}
