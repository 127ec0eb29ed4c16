namespace CollectiveImpact.Gateway.People;

/// <summary>A token by which a program calls as a person does.</summary>
internal sealed class AccessToken
{
    public long Id { get; set; }

    public required string Hash { get; set; }

    public required string PersonId { get; set; }

    public required string Name { get; set; }

    /// <summary>Unix time in seconds.</summary>
    public long MadeAt { get; set; }
}
