using System.Collections.Concurrent;
using System.Diagnostics;
using CollectiveImpact.Exchange.Telemetry;
using CollectiveImpact.Exchange.Tests.Nodes;
using CollectiveImpact.V1;
using Activity = System.Diagnostics.Activity;

namespace CollectiveImpact.Exchange.Tests.Telemetry;

/// <summary>What can be followed of a call.</summary>
public sealed class ExchangeSpanTests : IDisposable
{
    private readonly TestFolder _parentFolder = new();
    private readonly TestFolder _childFolder = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;
    private readonly ActivitySource _callers = new("the tests' callers");

    public ExchangeSpanTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ExchangeTelemetry.Name || source == _callers,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _callers.Dispose();
        _parentFolder.Dispose();
        _childFolder.Dispose();
    }

    [Fact]
    public async Task a_call_is_followed_to_its_commit()
    {
        await using var node = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        using var caller = _callers.StartActivity("a report")!;
        await node.Log.SayAsync("a", "one");
        await node.UntilAsync(() => Commits(caller.Context).Count > 0);
        Assert.Equal(caller.SpanId, Assert.Single(Commits(caller.Context)).ParentSpanId);
    }

    [Fact]
    public async Task calls_that_share_a_commit_are_each_led_to_it()
    {
        await using var node = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        using var busy = new ManualResetEventSlim();
        // While the log's thread is kept busy, the others queue up.
        var first = node.Log.WriteAsync(_ => { busy.Wait(); return true; });
        List<ActivityContext> callers = [];
        List<Task> calls = [first];
        for (var i = 0; i < 3; i++)
        {
            using var caller = _callers.StartActivity($"report {i}", ActivityKind.Internal, default(ActivityContext))!;
            callers.Add(caller.Context);
            calls.Add(node.Log.SayAsync($"n{i}", "x"));
        }

        busy.Set();
        await Task.WhenAll(calls);
        await node.UntilAsync(() => callers.TrueForAll(caller => Commits(caller).Count > 0));
    }

    [Fact]
    public async Task a_link_s_handshake_and_each_batch_are_spans_that_name_the_link_at_both_ends()
    {
        await using var parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        await using var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, parent);
        await child.Log.SayAsync("a", "one");
        await parent.UntilAsync(() => parent.Log.Find("a") is not null);
        var link = Assert.Single(child.Links.Read()).Link;
        await parent.UntilAsync(() => Of("link handshake", link).Count == 2 && Of("apply batch", link).Count == 1);
        Assert.Equal(
            new[] { parent.Log.Node.Fingerprint, child.Log.Node.Fingerprint }.Order(),
            Of("link handshake", link).Select(span => (string)span.GetTagItem("collectiveimpact.peer.id")!).Order());
        var batch = Of("apply batch", link).Single();
        Assert.Contains(_spans, span => span.OperationName == "commit" && span.ParentSpanId == batch.SpanId);
    }

    private List<Activity> Commits(ActivityContext caller) =>
    [
        .. _spans.Where(span => span.OperationName == "commit"
            && (span.TraceId == caller.TraceId || span.Links.Any(link => link.Context.TraceId == caller.TraceId))),
    ];

    private List<Activity> Of(string name, string link) =>
        [.. _spans.Where(span => span.OperationName == name && Equals(span.GetTagItem("collectiveimpact.link.id"), link))];
}
