using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Holders;

/// <summary>What the function matrix shows: the six functions of an initiative and of all below it.</summary>
/// <param name="Rows">A page of them, by initiative.</param>
/// <param name="Only">Which entries are shown.</param>
/// <param name="Next">The token of the next page; empty after the last.</param>
public sealed record MatrixModel(
    Initiative Initiative, Names Names, IReadOnlyList<NestMap.Types.Count> Counts, IReadOnlyList<MatrixRow> Rows, GetNestMapRequest.Types.Only Only, string Next);

/// <summary>An initiative's functions; where only some are asked for, those.</summary>
public sealed record MatrixRow(string Initiative, IReadOnlyDictionary<Function, NestMap.Types.Entry> Functions);
