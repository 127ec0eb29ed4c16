using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Hosting.Tests.Telemetry;

namespace CollectiveImpact.Backbone.Tests.Telemetry;

/// <summary>What a service exports to the collector that it is configured with.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task a_service_exports_what_it_measures_as_the_node_that_it_is_and_nothing_that_was_reported()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        string id;
        await using (var node = await TestNode.StartAsync(_folder, Level.National, receiver.Settings))
        {
            id = node.Log.Node.Fingerprint;
            await node.Register("ca", Level.National);
            await node.Define("ca", TestNest.Indicator);
            await node.Say("ca", "2021", Words.Figure("867530901"));
            await Words.Refusal(() => node.Say("ca", "2021", Words.Figure("MARY SMITH")));
        }

        foreach (var metric in new[]
        {
            "collectiveimpact.exchange.commits", "collectiveimpact.exchange.commit.duration", "collectiveimpact.exchange.commit.operations",
            "collectiveimpact.backbone.reports.accepted", "collectiveimpact.backbone.reports.refused", "http.server.request.duration",
        })
            Assert.Contains(metric, receiver.Metrics);
        Assert.Contains("commit", receiver.Spans);
        Assert.Contains("service.name=collectiveimpact-national", receiver.Resource);
        Assert.Contains($"service.instance.id={id}", receiver.Resource);
        Assert.False(receiver.Tells("867530901") || receiver.Tells("MARY SMITH") || receiver.Tells(_folder));
    }
}
