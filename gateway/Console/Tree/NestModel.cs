using CollectiveImpact.Console.Languages;

namespace CollectiveImpact.Console.Tree;

/// <summary>What the first page shows.</summary>
/// <param name="Headlines">The tops of the nest with their figures.</param>
/// <param name="Others">Initiatives that stand under no other and have none below.</param>
/// <param name="Total">How many initiatives there are.</param>
/// <param name="WithLocals">Whether locals are listed here; in a large nest they stand on their province's page.</param>
public sealed record NestModel(
    IReadOnlyList<Headline> Headlines,
    IReadOnlyList<Branch> Others,
    int Total,
    bool WithLocals,
    Names Names);
