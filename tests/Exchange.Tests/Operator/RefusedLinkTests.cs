using CollectiveImpact.Exchange.Operator;
using CollectiveImpact.Exchange.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Tests.Operator;

/// <summary>Links that a node refuses.</summary>
public sealed class RefusedLinkTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task a_link_that_is_refused_is_kept_with_what_the_peer_was_told()
    {
        await using var parent = await TestNode.StartAsync(_folder, Level.Provincial);
        await using var child = new RawChild(parent);
        var hello = child.Hello();
        hello.Level = Level.National;
        await child.SayAsync(new LinkFrame { Hello = hello });
        var told = (await child.HearAsync()).Stop.Reason;
        await parent.UntilAsync(() => List(parent).Count > 0);
        var call = Assert.Single(List(parent));
        Assert.Equal(("collectiveimpact.v1.Exchange/Link", "FAILED_PRECONDITION", told), (call.Method, call.Status, call.Reason));
    }

    [Fact]
    public async Task what_is_refused_as_the_node_stops_is_there_when_it_starts_again()
    {
        const int calls = 20;
        await using (var node = await TestNode.StartAsync(_folder, Level.Provincial))
        {
            for (var i = 0; i < calls; i++)
            {
                await using var child = new RawChild(node);
                await child.SayAsync(new LinkFrame { Heartbeat = new Heartbeat() });
                Assert.NotEmpty((await child.HearAsync()).Stop.Reason);
            }
        }

        await using var again = await TestNode.StartAsync(_folder, Level.Provincial);
        Assert.Equal(calls, Assert.Single(List(again)).Count);
    }

    private static List<RefusedCall> List(TestNode node) => node.Log.Read(reader => RefusedCalls.List(reader, 10));
}
