using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.People;

/// <summary>An invitation: good for one person, until it ends.</summary>
internal sealed class Invitation
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the code; the code itself is kept nowhere.</summary>
    public required string Hash { get; set; }

    /// <summary>Empty: to administer the gateway.</summary>
    public string Initiative { get; set; } = "";

    public Role Role { get; set; }

    public string Partner { get; set; } = "";

    /// <summary>Unix time in seconds.</summary>
    public long Until { get; set; }
}
