using Microsoft.Extensions.Options;

namespace CollectiveImpact.Gateway.Nodes;

/// <summary>The section `Gateway` of the configuration.</summary>
internal sealed class GatewayOptions
{
    public const string Section = "Gateway";

    /// <summary>The nodes that the gateway calls: one address each, `http://127.0.0.1:5001`.</summary>
    public IList<string> Nodes { get; } = [];

    /// <summary>
    /// The folder of the gateway's key. Empty: it has none, and its nodes take whoever reaches them.
    /// </summary>
    public string Data { get; set; } = "";

    /// <summary>The addresses, read. Throws where one is none.</summary>
    public Uri[] Addresses()
    {
        if (Nodes.Count == 0)
            throw Malformed(
                "Gateway:Nodes is empty: name the address of each node, --Gateway:Nodes:0=http://127.0.0.1:5001.");
        return [.. Nodes.Select(Read).Distinct()];
    }

    private static Uri Read(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.AbsolutePath == "/"
            ? uri
            : throw Malformed(
                $"Gateway:Nodes: \"{address}\" is no address of a node; write one like http://127.0.0.1:5001.");

    private static OptionsValidationException Malformed(string fault) =>
        new(Section, typeof(GatewayOptions), [fault]);
}
