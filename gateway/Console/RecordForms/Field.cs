namespace CollectiveImpact.Console.RecordForms;

/// <summary>One field of a form.</summary>
/// <param name="Name">Its name in the form, and that by which faults find it.</param>
/// <param name="Label">What it is called, in the page's language.</param>
/// <param name="Value">What it holds: as it stands, or what was typed.</param>
public sealed record Field(string Name, string Label, string Value)
{
    public FieldKind Kind { get; init; }

    /// <summary>Whether it has to be filled in: a text in one of its languages.</summary>
    public bool IsRequired { get; init; }

    public int MaxLength { get; init; } = 200;

    /// <summary>What helps to fill it in; may be empty.</summary>
    public string Hint { get; init; } = "";

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The same text in the other language; null for what is said in none.</summary>
    public OtherLanguage? Other { get; init; }

    /// <summary>The field of the contract that it fills, as faults name it: <c>barrier.title</c>. Empty: none.</summary>
    public string Path { get; init; } = "";

    /// <summary>Fields of one group stand together under its name.</summary>
    public string Group { get; init; } = "";

    /// <summary>What somebody else has put here meanwhile; null where that is what was typed.</summary>
    public string? StandsNow { get; init; }

    public bool Has(string choice) => Value.Split('\n').Contains(choice);
}
