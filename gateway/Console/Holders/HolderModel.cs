using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Holders;

/// <summary>What the page on which a function's holder is changed shows.</summary>
/// <param name="State">The function as it is held.</param>
/// <param name="Candidates">Who may hold it: the initiative itself, and those that it is aligned with.</param>
/// <param name="MayDeclare">Whether the visitor speaks for the initiative.</param>
/// <param name="MayHandOver">Whether the visitor speaks for whoever holds it.</param>
/// <param name="Asked">Who is asked to hold it, by whom, of those for whom the visitor speaks.</param>
/// <param name="Typed">What was typed.</param>
public sealed record HolderModel(
    Initiative Initiative, Names Names, FunctionState State, IReadOnlyList<string> Candidates, bool MayDeclare, bool MayHandOver,
    IReadOnlyList<(string Holder, string By)> Asked, HolderTyped Typed, bool IsDone, IReadOnlyList<string> Faults);

/// <summary>What was typed on it.</summary>
public sealed record HolderTyped(string Holder, string Until, string Why);
