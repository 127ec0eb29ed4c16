using CollectiveImpact.Gateway.People.Providers;
using Microsoft.Extensions.Options;

namespace CollectiveImpact.Gateway.Nodes;

/// <summary>The section `Gateway` of the configuration.</summary>
internal sealed class GatewayOptions
{
    public const string Section = "Gateway";

    /// <summary>The nodes that the gateway calls: one address each, `http://127.0.0.1:5001`.</summary>
    public IList<string> Nodes { get; } = [];

    /// <summary>
    /// The folder of the gateway's key and of the people who sign in. Empty: it has neither, and whoever reaches it may do
    /// everything, as is right on one's own machine.
    /// </summary>
    public string Data { get; set; } = "";

    /// <summary>The address at which people reach the gateway, `https://nest.example.org`. Empty: where it listens.</summary>
    public string Address { get; set; } = "";

    /// <summary>An identity provider at which people may sign in.</summary>
    public ProviderOptions Provider { get; } = new();

    /// <summary>Whether people reach it by TLS alone, so that cookies go no other way.</summary>
    public bool IsSecure => Address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address at which people reach it. Throws where that is none.</summary>
    public Uri PublicAddress(IEnumerable<string> listens) => Read("Gateway:Address", Address.Length > 0 ? Address : listens.First());

    /// <summary>The addresses, read. Throws where one is none.</summary>
    public Uri[] Addresses()
    {
        if (Nodes.Count == 0)
            throw Malformed(
                "Gateway:Nodes is empty: name the address of each node, --Gateway:Nodes:0=http://127.0.0.1:5001.");
        return [.. Nodes.Select(node => Read("Gateway:Nodes", node)).Distinct()];
    }

    private static Uri Read(string setting, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.AbsolutePath == "/"
            ? uri
            : throw Malformed(
                $"{setting}: \"{address}\" is no address; write one like http://127.0.0.1:5001.");

    private static OptionsValidationException Malformed(string fault) =>
        new(Section, typeof(GatewayOptions), [fault]);
}
