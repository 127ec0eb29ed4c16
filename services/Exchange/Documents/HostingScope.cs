namespace CollectiveImpact.Exchange.Documents;

/// <summary>
/// Which initiatives a node may host: ids, <c>ca.on.*</c> for all whose id begins with <c>ca.on.</c>, or <c>*</c> for any.
/// </summary>
public sealed record HostingScope(IReadOnlyList<string> Patterns)
{
    private const char Separator = '\n';

    /// <summary>Any initiative.</summary>
    public static HostingScope Any { get; } = new(["*"]);

    /// <summary>Whether an initiative is within it.</summary>
    public bool Allows(string initiative) => Patterns.Any(pattern => pattern == "*" || pattern == initiative
        || (pattern.EndsWith(".*", StringComparison.Ordinal) && initiative.StartsWith(pattern[..^1], StringComparison.Ordinal)));

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Patterns);

    internal string Store() => string.Join(Separator, Patterns);

    internal static HostingScope Read(string stored) => new(stored.Split(Separator));
}
