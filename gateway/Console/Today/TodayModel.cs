using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Today;

/// <summary>What the first page of somebody who is signed in shows.</summary>
public sealed record TodayModel(IReadOnlyList<TodayOf> Initiatives);

/// <summary>What waits at one initiative.</summary>
/// <param name="Role">What whoever is signed in is there.</param>
/// <param name="Coming">Meetings that come, and what else is good to know.</param>
public sealed record TodayOf(Initiative Initiative, Role Role, IReadOnlyList<Todo> Waiting, IReadOnlyList<Todo> Coming);
