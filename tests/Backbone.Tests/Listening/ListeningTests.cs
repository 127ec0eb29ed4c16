using System.Net;
using CollectiveImpact.Backbone.Tests.Network;

namespace CollectiveImpact.Backbone.Tests.Listening;

/// <summary>A service's port.</summary>
public sealed class ListeningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task a_service_speaks_gRPC_and_plain_HTTP_on_one_port()
    {
        await using var node = await TestNode.StartAsync(_folder, Level.Local, 0, TimeProvider.System);
        Assert.Equal(Level.Local, (await node.Nest.GetNodeAsync(new GetNodeRequest())).Level);
        using var http = new HttpClient();
        using var answer = await http.GetAsync($"{node.Address}/nowhere");
        Assert.Equal((HttpStatusCode.NotFound, HttpVersion.Version11), (answer.StatusCode, answer.Version));
    }
}
