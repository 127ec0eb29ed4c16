namespace CollectiveImpact.Exchange.Links;

/// <summary>A node's settings, section <c>Nest</c>.</summary>
public sealed class ExchangeOptions
{
    /// <summary>The folder of the node's database and key. It is made when it is missing, for its owner only.</summary>
    public string Data { get; set; } = "data";

    /// <summary>What the node's operator calls it, at most 200 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>The file of the node's key. Empty: <c>node.key</c> in <see cref="Data"/>. Replicas share one.</summary>
    public string Key { get; set; } = "";

    /// <summary>
    /// Where the log is kept: a connection string of PostgreSQL (<c>Host=…;Database=…</c>), which replicas of the service
    /// may share. Empty: SQLite, in <see cref="Data"/>.
    /// </summary>
    public string Store { get; set; } = "";
}
