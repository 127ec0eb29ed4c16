using CollectiveImpact.Hosting.Callers;

namespace CollectiveImpact.Nest.Processes;

/// <summary>Which processes make up a nest, and how they find each other.</summary>
internal sealed record ServicePlan(Service National, Service Provincial, Service Local, Service Gateway)
{
    /// <summary>All of them, the parents before the children that dial them.</summary>
    public IReadOnlyList<Service> All => [National, Provincial, Local, Gateway];

    public IReadOnlyList<Service> Nodes => [National, Provincial, Local];

    /// <param name="data">Where the nodes keep their folders.</param>
    /// <param name="gatewayPort">The gateway's port; 0 for one that is free.</param>
    /// <param name="signIn">Whether people sign in at the gateway, and the nodes answer by it alone.</param>
    /// <param name="settings">Further ones of the gateway, <c>Provider:ClientId=nest</c>.</param>
    public static ServicePlan Create(string data, int gatewayPort, bool signIn = false, IReadOnlyList<string>? settings = null)
    {
        var folder = signIn ? Path.Combine(data, "gateway") : null;
        var trusts = folder is null ? [] : (string[])[$"--Nest:Access:Gateways:0={GatewayKey.PublicOf(folder)}"];
        // Chosen once: a service that is started again is where the others look for it.
        var ports = Ports.Free(4);
        var national = Node("National", ports[0], data, trusts);
        var provincial = Node("Provincial", ports[1], data, trusts);
        var local = Node("Local", ports[2], data, trusts);
        if (gatewayPort == 0)
            gatewayPort = ports[3];
        Ports.Demand(gatewayPort);
        List<string> arguments = ["--urls", Service.AddressOf(gatewayPort)];
        foreach (var (node, i) in ((Service[])[national, provincial, local]).Select((node, i) => (node, i)))
            arguments.Add($"--Gateway:Nodes:{i}={node.Address}");
        if (folder is not null)
            arguments.Add($"--Gateway:Data={folder}");
        arguments.AddRange((settings ?? []).Select(setting => $"--Gateway:{setting}"));
        return new(national, provincial, local, new("gateway", Built.Assembly("Gateway"), gatewayPort, arguments, folder));
    }

    private static Service Node(string name, int port, string data, string[] trusts)
    {
        var own = name.ToLowerInvariant();
        var folder = Path.Combine(data, own);
        return new(own, Built.Assembly(name), port, ["--urls", Service.AddressOf(port), $"--Nest:Data={folder}", $"--Nest:Name={name}", .. trusts], folder);
    }
}
