using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>A gateway at which people sign in, in front of one node, which hosts Canada and Ontario.</summary>
public abstract class SignedInGateway : IAsyncLifetime
{
    private protected const string Password = "correct horse battery";

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("gateway-").FullName;

    private protected TestNode Node { get; private set; } = null!;

    private protected RunningGateway Gateway { get; private set; } = null!;

    private protected string FirstAddress => File.ReadAllText(Path.Combine(Folder, "first-administrator")).Trim();

    public async Task InitializeAsync()
    {
        Node = await TestNode.StartAsync("n", Level.National);
        Node.State.Tell(Maps.Own(Maps.Canada, "n"), Maps.Own(Maps.Ontario, "n", Maps.Canada));
        Gateway = await RunningGateway.StartAndHearAsync([$"--Gateway:Data={Folder}"], Node);
    }

    public async Task DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Node.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private protected async Task RestartAsync(params string[] settings)
    {
        await Gateway.DisposeAsync();
        Gateway = await RunningGateway.StartAndHearAsync([$"--Gateway:Data={Folder}", .. settings], Node);
    }

    /// <summary>Takes up an invitation as a new person.</summary>
    private protected async Task<Visitor> JoinAsync(string address, string name)
    {
        var visitor = new Visitor(Gateway.Address);
        var page = await visitor.Send(PathOf(address), ("name", name), ("email", $"{name}@example.org"), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        return visitor;
    }

    private protected static async Task<string> InviteAsync(Visitor staff, string initiative, string role, string partner = "") =>
        (await staff.Send($"/en/initiatives/{initiative}/people", ("role", role), ("partner", partner), ("invite", "yes"))).Told;

    private protected static string PathOf(string address) => new Uri(address).PathAndQuery;
}
