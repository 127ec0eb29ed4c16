using CollectiveImpact.V1;

namespace CollectiveImpact.NestFolder.Functions;

/// <summary>A row of <c>functions.csv</c>: who holds one function of one initiative.</summary>
/// <param name="Row">The line on which it stands.</param>
/// <param name="Initiative">Whose function it is.</param>
/// <param name="Function">Which of the six.</param>
/// <param name="Holders">Who holds it: the initiative itself, or ones with which it is aligned. The first writes.</param>
/// <param name="Until">Last day of the term, <c>2026-12-31</c>; empty until further notice.</param>
public sealed record HoldingRow(int Row, string Initiative, Function Function, IReadOnlyList<string> Holders, string Until)
{
    /// <summary>Whether the initiative holds it alone and without end: nobody need be asked.</summary>
    public bool IsOwn => Holders is [var only] && only == Initiative && Until.Length == 0;
}
