using CollectiveImpact.V1;

namespace CollectiveImpact.Console.People;

/// <summary>What an invitation is to: a role at an initiative, or with an empty id the administration of the gateway.</summary>
/// <param name="Partner">Of a partner: its id at the initiative.</param>
public sealed record Invited(string Initiative, Role Role, string Partner);
