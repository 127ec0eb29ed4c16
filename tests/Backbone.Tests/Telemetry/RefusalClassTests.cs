using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Exchange.Documents;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.Backbone.Tests.Telemetry;

/// <summary>By which class a document is refused that another node wrote.</summary>
public sealed class RefusalClassTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;
    private TestNode _node = null!;

    public async Task InitializeAsync()
    {
        _node = await TestNode.StartAsync(_folder, Level.National, 0, TimeProvider.System);
        await _node.Register("ca", Level.National);
        await _node.Define("ca", TestNest.Indicator);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("from-the-future", "x", 0, RefusalClass.Kind)]
    [InlineData("initiative", "ca", 0, RefusalClass.Hosting)]
    [InlineData("report", "ca/need/2021/ca", 1, RefusalClass.Hosting)]
    [InlineData("report", "ca/need/2021/ca", 77, RefusalClass.Epoch)]
    [InlineData("proposal", "ca/establish-shared-measurement/2", 0, RefusalClass.Hosting)]
    [InlineData("report", "no key", 1, RefusalClass.Other)]
    public async Task a_reason_has_the_class_of_what_is_wrong(string kind, string id, long epoch, RefusalClass expected)
    {
        var rules = _node.Services.GetRequiredService<StandingRules>();
        var content = new Document
        {
            Initiative = "ca",
            Kind = kind,
            Id = id,
            Epoch = epoch,
            Revision = 1,
            Log = ByteString.CopyFrom(new byte[16]),
            Sequence = 1,
            WrittenAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow),
        };
        var document = new StoredDocument(1, new NodeId("another"), content, [], null, null, default);
        var reason = await _node.Log.WriteAsync(transaction => rules.Refuse(transaction, document, transaction.Find(document.Key), new LinkPeer(1, default, Level.Provincial, false, HostingScope.Any)));
        Assert.True(expected == reason?.Class, $"{reason}");
    }
}
