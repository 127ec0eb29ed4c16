using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.People;

/// <summary>A role of a person at an initiative.</summary>
internal sealed class Membership
{
    public long Id { get; set; }

    public required string PersonId { get; set; }

    public required string Initiative { get; set; }

    public Role Role { get; set; }

    public string Partner { get; set; } = "";
}
