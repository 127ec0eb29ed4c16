using CollectiveImpact.Exchange.Tests.Nodes;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Tests.Telemetry;

/// <summary>What two real nodes measure while they exchange.</summary>
public sealed class ExchangeMetricsTests : IDisposable
{
    private readonly TestFolder _parentFolder = new();
    private readonly TestFolder _childFolder = new();

    public void Dispose()
    {
        _parentFolder.Dispose();
        _childFolder.Dispose();
    }

    [Fact]
    public async Task documents_are_counted_where_they_leave_and_where_they_are_applied()
    {
        await using var parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        using var above = new Measured(parent);
        await using var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent);
        using var below = new Measured(child);
        await child.Log.SayAsync("a", "one");
        await parent.UntilAsync(() => above.Sum("documents.applied") > 0);
        var link = Assert.Single(child.Links.Read()).Link;
        Assert.Equal(1, below.Sum("documents.sent", ("collectiveimpact.link.id", link), ("collectiveimpact.peer.id", parent.Log.Node.Fingerprint)));
        Assert.Equal(1, above.Sum("documents.applied", ("collectiveimpact.link.id", link), ("collectiveimpact.peer.id", child.Log.Node.Fingerprint)));
        Assert.Equal(0, above.Sum("documents.refused"));
    }

    [Fact]
    public async Task a_refused_document_is_counted_by_the_class_of_the_reason_and_by_no_text()
    {
        await using var parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        using var measured = new Measured(parent);
        await using var child = await new RawChild(parent).JoinAsync();
        await child.GreetAsync();
        var batch = child.Batch(0, 2, child.Note("a", "no"), child.Note("b", "fine"));
        batch.Documents[1].Path = ByteString.CopyFrom(new byte[32]);
        await child.SayAsync(batch);
        Assert.Equal(2, (await child.HearAsync()).Ack.Refusals.Count);
        await parent.UntilAsync(() => measured.Sum("documents.refused") == 2);
        Assert.Equal(
            ["other", "signature"],
            measured.Of("documents.refused").Select(each => each.Tags["collectiveimpact.refusal.reason"]).Order());
        Assert.All(
            measured.Of("documents.refused"),
            each => Assert.Equal(["collectiveimpact.link.id", "collectiveimpact.peer.id", "collectiveimpact.refusal.reason"], each.Tags.Keys.Order()));
    }

    [Fact]
    public async Task a_commit_s_duration_and_operations_are_measured_and_a_failed_one_says_so()
    {
        await using var node = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        using var measured = new Measured(node);
        await node.Log.SayAsync("a", "one");
        Assert.Equal((1, 1), (measured.Sum("commits"), measured.Sum("commit.operations")));
        Assert.True(Assert.Single(measured.Of("commit.duration")).Value > 0);
        await Assert.ThrowsAnyAsync<Exception>(() => node.Log.WriteAsync(transaction => transaction.Execute("ROLLBACK")));
        Assert.Equal(1, measured.Sum("commits", ("error.type", "Microsoft.Data.Sqlite.SqliteException")));
    }

    [Fact]
    public async Task a_link_s_state_and_lag_follow_it()
    {
        await using var child = await StartedAsync();
        using var measured = new Measured(child);
        await child.UntilAsync(() => measured.Now("link.state", ("collectiveimpact.link.state", "waiting")) == 1);
        Assert.Equal(0, measured.Now("link.state", ("collectiveimpact.link.state", "open")));
        await child.Log.SayAsync("later", "it waits");
        Assert.Equal(1, measured.Now("link.lag.documents"));
        Assert.True(measured.Now("link.lag.duration") > 0);
    }

    /// <summary>A child that has told its parent all, and whose parent went away.</summary>
    private async Task<TestNode> StartedAsync()
    {
        await using var parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent);
        using var measured = new Measured(child);
        await child.Log.SayAsync("a", "one");
        await child.UntilAsync(() => measured.Now("link.lag.documents") == 0);
        Assert.Equal(1, measured.Now("link.state", ("collectiveimpact.link.state", "open")));
        // What is not meant for the peer is nothing that it lacks.
        await child.Log.WriteAsync(transaction => transaction.Write(new("ca", "secret", "s"), 0, new Text { En = "hush" }));
        await child.UntilAsync(() => measured.Now("link.lag.documents") == 0);
        Assert.Equal(0, measured.Now("link.lag.duration"));
        return child;
    }
}
