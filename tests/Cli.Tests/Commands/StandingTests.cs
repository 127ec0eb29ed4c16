using CollectiveImpact.Cli.Tests.Fakes;
using Grpc.Core;

namespace CollectiveImpact.Cli.Tests.Commands;

public sealed class StandingTests : IAsyncLifetime
{
    private FakeNode node = null!;

    public async Task InitializeAsync()
    {
        node = await FakeNode.StartAsync();
        var link = new LinkState { Peer = FakeOperator.NodeId, PeerName = "Hamilton" };
        node.Operator.Answers<SuspendRequest>(_ => link);
        node.Operator.Answers<ResumeRequest>(_ => link);
        node.Operator.Answers<RemoveRequest>(_ => link);
    }

    public async Task DisposeAsync() => await node.DisposeAsync();

    [Fact]
    public async Task Suspending_says_how_to_resume()
    {
        var outcome = (await node.RunAsync("suspend", "Hamilton", "--reason", "moves house")).Ends(0);

        Assert.Equal("Nothing is exchanged with Hamilton (3f9a0c21) for now.\n", outcome.Out);
        Assert.Contains("\n  nest resume 3f9a0c21\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(new SuspendRequest { Peer = "Hamilton", Reason = "moves house" }, node.Operator.Asked<SuspendRequest>());
    }

    [Fact]
    public async Task Resuming_names_the_peer()
    {
        Assert.Contains("Hamilton (3f9a0c21)", (await node.RunAsync("resume", "3f9a0c21")).Ends(0).Out, StringComparison.Ordinal);
        Assert.Equal("3f9a0c21", node.Operator.Asked<ResumeRequest>().Peer);
    }

    [Fact]
    public async Task Removing_in_a_script_demands_that_it_is_meant()
    {
        var outcome = (await node.RunAsync("remove", "Hamilton", "--reason", "closed")).Ends(2);

        Assert.Contains("--yes", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(node.Operator.Requests);
        (await node.RunAsync("remove", "Hamilton", "--reason", "closed", "--yes")).Ends(0);
        Assert.Equal(new RemoveRequest { Peer = "Hamilton", Reason = "closed" }, node.Operator.Asked<RemoveRequest>());
    }

    [Theory]
    [InlineData("yes\n", 0, 1)]
    [InlineData("no\n", 1, 0)]
    [InlineData("\n", 1, 0)]
    [InlineData("", 1, 0)]
    public async Task Removing_at_a_terminal_asks(string answer, int exitCode, int calls)
    {
        var outcome = await new Nest { AtTerminal = true, Input = answer }.RunAsync("remove", "Hamilton", "--reason", "closed", "--data", node.Data.Path);

        outcome.Ends(exitCode);
        Assert.Contains("for good?", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(calls, node.Operator.Requests.OfType<RemoveRequest>().Count());
    }

    [Fact]
    public async Task A_peer_that_is_not_there_is_the_nodes_refusal()
    {
        node.Operator.Answers<ResumeRequest>(_ => throw FakeNode.Fault(StatusCode.NotFound, "peer", "there is no link with `Kingston`; the links are Hamilton and Canada"));

        var outcome = (await node.RunAsync("resume", "Kingston")).Ends(1);

        Assert.Equal("error: peer: there is no link with `Kingston`; the links are Hamilton and Canada.\n", outcome.Error);
    }
}
