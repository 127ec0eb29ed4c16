using System.Net;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>A gateway at which people sign in, in front of one node, which hosts Canada and Ontario.</summary>
public abstract class SignedInGateway : IAsyncLifetime
{
    private protected const string Password = "correct horse battery";

    private string[] more = [];

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("gateway-").FullName;

    private protected TestNode Node { get; private set; } = null!;

    private protected RunningGateway Gateway { get; private set; } = null!;

    private protected string FirstAddress => File.ReadAllText(Path.Combine(Folder, "first-administrator")).Trim();

    public async Task InitializeAsync()
    {
        Node = await TestNode.StartAsync("n", Level.National);
        Node.State.Tell(Maps.Own(Maps.Canada, "n"), Maps.Own(Maps.Ontario, "n", Maps.Canada));
        more = await SettingsAsync();
        Gateway = await RunningGateway.StartAndHearAsync([$"--Gateway:Data={Folder}", .. more], Node);
    }

    public async Task DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Node.DisposeAsync();
        await EndAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Canada's staff, when the gateway has heard that Canada holds a function beside shared measurement.</summary>
    private protected async Task<Visitor> StaffWithAsync(Function function)
    {
        var map = Maps.Own(Maps.Canada, "n");
        var held = map.Functions[0].Clone();
        held.Function = function;
        map.Functions.Add(held);
        Node.State.Tell(map);
        await Gateway.UntilAsync(nest => nest.TenureOf(Maps.Canada, function).Writer == Maps.Canada);
        using var ann = await JoinAsync(FirstAddress, "ann");
        return await JoinAsync(await InviteAsync(ann, Maps.Canada, "Staff"), "bob");
    }

    private protected async Task RestartAsync(params string[] settings)
    {
        await Gateway.DisposeAsync();
        Gateway = await RunningGateway.StartAndHearAsync([$"--Gateway:Data={Folder}", .. more, .. settings], Node);
    }

    /// <summary>More of the gateway's arguments.</summary>
    private protected virtual Task<string[]> SettingsAsync() => Task.FromResult<string[]>([]);

    /// <summary>Ends what the arguments name.</summary>
    private protected virtual Task EndAsync() => Task.CompletedTask;

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
