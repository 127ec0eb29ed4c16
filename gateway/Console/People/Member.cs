using CollectiveImpact.V1;

namespace CollectiveImpact.Console.People;

/// <summary>Somebody with a role.</summary>
public sealed record Member(string Person, string Name, string Email, Role Role, string Partner);
