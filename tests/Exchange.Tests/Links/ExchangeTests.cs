using CollectiveImpact.Exchange.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Tests.Links;

/// <summary>Two real nodes and what they tell each other.</summary>
public sealed class ExchangeTests : IDisposable
{
    private readonly TestFolder _parentFolder = new();
    private readonly TestFolder _childFolder = new();

    public void Dispose()
    {
        _parentFolder.Dispose();
        _childFolder.Dispose();
    }

    [Fact]
    public async Task documents_go_both_ways_and_do_not_come_back()
    {
        await using var parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        await using var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent);
        await child.Log.SayAsync("up", "from the child");
        await parent.Log.SayAsync("down", "from the parent");
        await parent.UntilAsync(() => parent.Log.Find("up") is not null && child.Log.Find("down") is not null);
        Assert.Equal(child.Log.Node, parent.Log.Find("up")!.Writer);
        Assert.Equal((2, 2), (child.Log.Head, parent.Log.Head));
    }

    [Fact]
    public async Task what_is_kept_does_not_leave_its_node()
    {
        await using var parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        await using var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent);
        await child.Log.WriteAsync(transaction => transaction.Write(new("ca", "secret", "s"), 0, new Text { En = "hush" }));
        await child.Log.SayAsync("after", "it");
        await parent.UntilAsync(() => parent.Log.Find("after") is not null);
        Assert.Equal(1, parent.Log.Head);
    }

    [Fact]
    public async Task a_child_that_was_away_catches_up()
    {
        await using var parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        await using (var before = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent))
        {
            await before.Log.SayAsync("a", "one");
            await parent.UntilAsync(() => parent.Log.Find("a") is not null);
        }

        await Task.WhenAll(Enumerable.Range(0, 3000).Select(i => parent.Log.SayAsync($"n{i}", $"{i}")));
        await using var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent);
        await parent.UntilAsync(() => child.Log.Head == 3001);
        Assert.All(Enumerable.Range(0, 3000), i => Assert.NotNull(child.Log.Find($"n{i}")));
    }

    [Fact]
    public async Task a_child_goes_on_while_its_parent_is_away_and_tells_it_later()
    {
        await using var child = await TestNode.StartAsync(_childFolder, Level.Local);
        int port;
        await using (var before = await TestNode.StartAsync(_parentFolder, Level.Provincial))
        {
            port = new Uri(before.Address).Port;
            await child.JoinAsync(before);
        }

        await child.Log.SayAsync("a", "one");
        await child.UntilAsync(() => child.Links.Read() is [{ LastError.Length: > 0 }]);
        await using var parent = await TestNode.StartAsync(_parentFolder, Level.Provincial, port);
        await parent.UntilAsync(() => parent.Log.Find("a") is not null);
        await child.UntilAsync(() => child.Links.Read() is [{ Phase: LinkState.Types.Phase.Open, LastError.Length: 0, Acknowledged: 1 }]);
    }

    [Fact]
    public async Task a_node_rolled_back_learns_again_what_it_had_said()
    {
        await using var parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        using var backup = new TestFolder();
        string logId;
        await using (var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent))
        {
            await child.Log.SayAsync("a", "one");
            await parent.UntilAsync(() => parent.Log.Find("a") is not null);
            logId = child.Log.Id;
        }

        _childFolder.CopyTo(backup);
        await using (var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent))
        {
            await child.Log.SayAsync("a", "two");
            await child.Log.SayAsync("b", "new");
            await parent.UntilAsync(() => parent.Log.Find("b") is not null);
        }

        await using var restored = await TestNode.StartAsync(backup, Level.Local, 0, parent);
        await parent.UntilAsync(() => restored.Log.Find("b") is not null);
        Assert.Equal(2, restored.Log.Find("a")!.Content.Revision);
        Assert.NotEqual(logId, restored.Log.Id);
        await restored.Log.SayAsync("a", "three");
        await parent.UntilAsync(() => parent.Log.Find("a")!.Content.Revision == 3);
    }

    [Fact]
    public async Task a_node_rolled_back_behind_a_rollback_is_noticed_though_it_wrote_on()
    {
        await using var parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        using var backup = new TestFolder();
        using var again = new TestFolder();
        await using (var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent))
        {
            await child.Log.SayAsync("a", "one");
            await parent.UntilAsync(() => parent.Log.Find("a") is not null);
        }

        _childFolder.CopyTo(backup);
        _childFolder.CopyTo(again);
        await using (var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent))
        {
            await child.Log.SayAsync("b", "lost once");
            await parent.UntilAsync(() => parent.Log.Find("b") is not null);
        }

        string second;
        await using (var restored = await TestNode.StartAsync(backup, Level.Local, 0, parent))
        {
            // What it wrote before it has noticed would take numbers that its parent has received.
            await parent.UntilAsync(() => restored.Log.Find("b") is not null);
            await restored.Log.SayAsync("c", "lost twice");
            await parent.UntilAsync(() => parent.Log.Find("c") is not null);
            second = restored.Log.Id;
        }

        // Out of reach of its parent, it writes more than that ever received.
        await using (var alone = TestLog.Open(again))
        {
            for (var i = 0; i < 20; i++) await alone.SayAsync($"n{i}", "new");
        }

        await using var last = await TestNode.StartAsync(again, Level.Local, 0, parent);
        await parent.UntilAsync(() => last.Log.Find("c") is not null && last.Log.Find("b") is not null && parent.Log.Find("n19") is not null);
        Assert.Contains(second, await last.Log.WriteAsync(transaction => transaction.FormerLogs()));
    }

    [Fact]
    public async Task a_parent_that_moves_is_the_same_parent()
    {
        string link;
        await using (var parent = await TestNode.StartAsync(_parentFolder, Level.Provincial))
        {
            await using var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent);
            await child.Log.SayAsync("a", "one");
            await parent.UntilAsync(() => parent.Log.Find("a") is not null);
            link = Assert.Single(child.Links.Read()).Link;
        }

        await using var moved = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        await using var again = await TestNode.StartAsync(_childFolder, Level.Local, 0, moved);
        await again.Log.SayAsync("b", "two");
        await moved.UntilAsync(() => moved.Log.Find("b") is not null);
        Assert.Equal(link, Assert.Single(again.Links.Read()).Link);
        Assert.Equal(link, Assert.Single(moved.Links.Read()).Link);
    }
}
