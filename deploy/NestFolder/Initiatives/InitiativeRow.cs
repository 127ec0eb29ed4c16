using CollectiveImpact.V1;

namespace CollectiveImpact.NestFolder.Initiatives;

/// <summary>A row of <c>initiatives.csv</c>.</summary>
/// <param name="Row">The line on which it stands.</param>
/// <param name="Id">The initiative's id, unique in the folder.</param>
/// <param name="Level">Its level.</param>
/// <param name="Name">Its name, in at least one language.</param>
/// <param name="Parents">The initiatives of a level above with which it is aligned; none at the top.</param>
public sealed record InitiativeRow(int Row, string Id, Level Level, Text Name, IReadOnlyList<string> Parents);
