using CollectiveImpact.Console.Languages;
using CollectiveImpact.Console.Together;

namespace CollectiveImpact.Console.Forms;

/// <summary>A page with one form.</summary>
/// <param name="Way">The pages between the side's own and this one.</param>
/// <param name="Action">Where it is sent.</param>
/// <param name="Back">Where what it changes is shown.</param>
/// <param name="Stands">The revision that stands; empty where it is new.</param>
/// <param name="Send">What its first button says; null for "save".</param>
public sealed record FormModel(
    SideHead Head, Side Here, string Title, IReadOnlyList<(string Address, Localized Text)> Way, string Action, string Back,
    IReadOnlyList<FormField> Fields, TypedForm Typed, string Stands, string? Send = null)
{
    public string Lead { get; init; } = "";

    /// <summary>Whether what is typed may be kept as a draft.</summary>
    public bool MayDraft { get; init; }

    /// <summary>How the record is taken out, and what goes with it; null where it is new.</summary>
    public (string Title, string Sure)? TakeOut { get; init; }
}
