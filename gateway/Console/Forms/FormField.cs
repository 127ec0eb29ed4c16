using CollectiveImpact.Console.Languages;

namespace CollectiveImpact.Console.Forms;

/// <summary>One question of a form.</summary>
/// <param name="Name">Under which its answer is sent.</param>
public abstract record FormField(string Name, string Label);

/// <summary>A text in both languages.</summary>
public sealed record TextAnswer(string Name, string Label, int Lines = 1, int Longest = 200, string? Hint = null) : FormField(Name, Label);

/// <summary>One line: a day, where <paramref name="Type"/> says so.</summary>
public sealed record LineAnswer(string Name, string Label, string Type = "text", string? Hint = null) : FormField(Name, Label);

/// <summary>One of several.</summary>
public sealed record ChoiceAnswer(string Name, string Label, IReadOnlyList<(string Value, string Label)> Options, string? Hint = null) : FormField(Name, Label)
{
    /// <summary>The values of an enumeration.</summary>
    public static ChoiceAnswer Of<TEnum>(string name, string label, Func<TEnum, string> nameOf, bool withFirst = false)
        where TEnum : struct, Enum =>
        new(name, label, [.. Enum.GetValues<TEnum>().Skip(withFirst ? 0 : 1).Select(value => (value.ToString(), nameOf(value)))]);
}

/// <summary>Any of several.</summary>
public sealed record ManyAnswer(string Name, string Label, IReadOnlyList<(string Value, string Label)> Options) : FormField(Name, Label);

/// <summary>Whether it is shared, and with whom.</summary>
public sealed record SharingAnswer(string Name, string Label) : FormField(Name, Label)
{
    public static SharingAnswer With(string whom) => new("sharing", whom);
}

/// <summary>What answers have in common.</summary>
internal static class Answers
{
    public static bool IsGiven(this TypedForm typed, Edition edition, string name, string label)
    {
        if (typed.TextOrNone(name) is not null)
            return true;
        typed.Wrong(name, edition.Words.FillInField(label));
        return false;
    }
}
