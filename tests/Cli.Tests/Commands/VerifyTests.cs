using CollectiveImpact.Cli.Tests.Fakes;
using Grpc.Core;

namespace CollectiveImpact.Cli.Tests.Commands;

public sealed class VerifyTests : IAsyncLifetime
{
    private FakeNode node = null!;

    public async Task InitializeAsync() => node = await FakeNode.StartAsync();

    public async Task DisposeAsync() => await node.DisposeAsync();

    [Fact]
    public async Task A_sound_log_is_good()
    {
        node.Operator.Streams<VerifyRequest>([Progress(1000), Progress(1290, totals: 40)]);

        var outcome = (await node.RunAsync("verify")).Ends(0);

        Assert.Equal("1,290 documents and 40 totals verified: no fault\n", outcome.Out);
        Assert.Equal("1,290 documents looked at\n", outcome.Error);
    }

    [Fact]
    public async Task Each_fault_is_a_line_and_the_exit_code_tells()
    {
        var first = Progress(1000);
        first.Faults.Add(new VerifyFault { Initiative = "ca.on.hamilton", Kind = "report", Id = "ca/need/2021/ca.on.hamilton", Fault = "its signature is not its writer's" });
        var last = Progress(1290, totals: 40);
        last.Faults.Add(new VerifyFault { Initiative = "ca.on", Kind = "total", Id = "ca/need//2021", Fault = "is 12, and adds up to 13" });
        node.Operator.Streams<VerifyRequest>([first, last]);

        var text = (await node.RunAsync("verify")).Ends(1);
        var json = (await node.RunAsync("verify", "--json")).Ends(1).Json;

        Assert.Equal("ca.on.hamilton report ca/need/2021/ca.on.hamilton: its signature is not its writer's", text.OutLines[0]);
        Assert.Equal("1,290 documents and 40 totals verified: 2 faults", text.OutLines[^1]);
        Assert.Equal(2, json.GetProperty("faults").GetArrayLength());
        Assert.Equal(1290, json.GetProperty("documents").GetInt64());
    }

    [Fact]
    public async Task A_walk_that_breaks_off_verifies_nothing()
    {
        node.Operator.Streams<VerifyRequest>([Progress(1000)], new RpcException(new(StatusCode.Unavailable, "the node is stopping")));

        var outcome = (await node.RunAsync("verify")).Ends(3);

        Assert.Equal("", outcome.Out);
    }

    private static VerifyProgress Progress(long done, long totals = 0) => new() { Documents = 1290, Done = done, Totals = totals };
}
