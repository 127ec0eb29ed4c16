using CollectiveImpact.V1;

namespace CollectiveImpact.Console.People;

/// <summary>Who reads a page.</summary>
/// <param name="Name">What others call the person; empty for somebody who is not signed in.</param>
public sealed record Visitor(string Name, Caller Caller)
{
    public bool IsSignedIn => Caller.Person.Length > 0;

    /// <summary>Whether the visitor may report for an initiative, or for a partner of it.</summary>
    public bool ReportsFor(string initiative) => Has(initiative, Role.Partner);

    /// <summary>Whether the visitor may speak for a partner of an initiative.</summary>
    public bool SpeaksFor(string initiative, string partner) => IsStaffOf(initiative)
        || PartnersOf(initiative).Contains(partner);

    /// <summary>The partners of an initiative for which the visitor speaks as a person of theirs.</summary>
    public IReadOnlyList<string> PartnersOf(string initiative) =>
        [.. Caller.Grants.Where(grant => grant.Role == Role.Partner && grant.Initiative == initiative && grant.Partner.Length > 0).Select(grant => grant.Partner).Distinct()];

    /// <summary>Whether the visitor may act for an initiative.</summary>
    public bool IsStaffOf(string initiative) => Has(initiative, Role.Staff);

    private bool Has(string initiative, Role least) =>
        Caller.Administrator || Caller.Grants.Any(grant => grant.Role >= least && grant.Initiative == initiative);
}
