namespace CollectiveImpact.Exchange.Links;

/// <summary>A node's settings, section <c>Nest</c>.</summary>
public sealed class ExchangeOptions
{
    /// <summary>The folder of the node's database and key. It is made when it is missing, for its owner only.</summary>
    public string Data { get; set; } = "data";

    /// <summary>What the node's operator calls it, at most 200 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>The addresses of the parent nodes that this node dials, <c>http://host:port</c> or <c>https://</c>.</summary>
    public IList<string> Parents { get; } = [];
}
