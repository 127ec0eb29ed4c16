using CollectiveImpact.Console.Languages;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Reconciling;

/// <summary>What the page that explains one figure shows.</summary>
/// <param name="Initiative">Whose figure it is.</param>
/// <param name="IsFirst">Whether these are the first of the contributions.</param>
public sealed record FigureModel(string Initiative, Reconciliation Reconciliation, Names Names, bool IsFirst);
