using CollectiveImpact.Exchange.Tests.Nodes;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Tests.Links;

/// <summary>What a parent does with what a child sends, rightly and wrongly.</summary>
public sealed class ReceivingTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private TestNode _parent = null!;

    public async Task InitializeAsync() => _parent = await TestNode.StartAsync(_folder, Level.Provincial);

    public async Task DisposeAsync()
    {
        await _parent.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task a_batch_is_acknowledged_when_it_is_on_disk()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        await child.SayAsync(child.Batch(0, 2, child.Note("a", "one"), child.Note("b", "two")));
        Assert.Equal(2, (await child.HearAsync()).Ack.Through);
        Assert.Equal(["one", "two"], _parent.Rules.Published);
        Assert.Equal(child.Key.Node, _parent.Log.Find("a")!.Writer);
    }

    [Fact]
    public async Task a_batch_that_comes_twice_has_its_effect_once()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        var batch = child.Batch(0, 1, child.Note("a", "one"));
        await child.SayAsync(batch);
        await child.SayAsync(batch);
        await child.SayAsync(child.Batch(1, 2, child.Note("b", "two")));
        // What waits together is stored, and acknowledged, together.
        while ((await child.HearAsync()).Ack.Through < 2)
        {
        }

        Assert.Equal(["one", "two"], _parent.Rules.Published);
    }

    [Fact]
    public async Task a_gap_is_asked_for_again_and_nothing_after_it_is_taken()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        await child.SayAsync(child.Batch(5, 6, child.Note("a", "late")));
        Assert.Equal(0, (await child.HearAsync()).Again.After);
        Assert.Null(_parent.Log.Find("a"));
    }

    [Fact]
    public async Task what_is_asked_for_again_is_sent_though_nothing_new_is_written()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        await _parent.Log.SayAsync("a", "one");
        Assert.Equal(1, (await child.HearAsync()).Batch.Through);
        await child.SayAsync(new LinkFrame { Again = new Again { After = 0 } });
        Assert.Single((await child.HearAsync()).Batch.Documents);
    }

    [Fact]
    public async Task the_cursor_is_told_to_a_child_that_comes_back()
    {
        await using (var child = await new RawChild(_parent).JoinAsync())
        {
            await child.GreetAsync();
            await child.SayAsync(child.Batch(0, 7, child.Note("a", "one")));
            await child.HearAsync();
            await using var back = new RawChild(_parent, child.Key) { Link = child.Link, Log = child.Log };
            var hello = await back.GreetAsync();
            Assert.Equal((child.Log, 7), (hello.CursorLog, hello.Cursor));
        }
    }

    [Fact]
    public async Task a_child_with_a_new_log_is_read_from_its_beginning()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        await child.SayAsync(child.Batch(0, 7, child.Note("a", "one")));
        await child.HearAsync();
        await using var back = new RawChild(_parent, child.Key) { Link = child.Link };
        Assert.Equal(0, (await back.GreetAsync()).Cursor);
    }

    [Fact]
    public async Task a_child_whose_log_has_left_its_id_is_told_and_nothing_is_read()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        await using var renewed = new RawChild(_parent, child.Key) { Link = child.Link };
        Assert.Equal(renewed.Log, (await renewed.GreetAsync()).CursorLog);
        await using var back = new RawChild(_parent, child.Key) { Link = child.Link, Log = child.Log };
        var hello = await back.GreetAsync();
        Assert.Equal(renewed.Log, hello.CursorLog);
        Assert.Equal([child.Log], hello.FormerLogs);
        Assert.Equal(LinkFrame.FrameOneofCase.None, (await back.HearAsync()).FrameCase);
    }

    [Fact]
    public async Task a_parent_that_is_told_that_its_log_has_left_its_id_takes_a_new_one()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        var (log, later) = (_parent.Log.Id, RawChild.Random(16));
        var hello = child.Hello(later);
        hello.FormerLogs.Add(ByteString.CopyFrom(Convert.FromHexString(log)));
        await child.GreetAsync(hello);
        Assert.NotEqual(log, _parent.Log.Id);
        Assert.Equal([log, Convert.ToHexStringLower(later.Span)], await _parent.Log.WriteAsync(transaction => transaction.FormerLogs()));
    }

    [Fact]
    public async Task a_parent_that_forgot_an_id_of_its_log_takes_it_down_from_its_child_and_keeps_the_present_one()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        var (log, forgotten) = (_parent.Log.Id, RawChild.Random(16));
        var hello = child.Hello();
        hello.FormerLogs.Add(forgotten);
        await child.GreetAsync(hello);
        Assert.Equal(log, _parent.Log.Id);
        Assert.Equal([Convert.ToHexStringLower(forgotten.Span)], await _parent.Log.WriteAsync(transaction => transaction.FormerLogs()));
        Assert.Equal(log, await _parent.Log.WriteAsync(transaction =>
        {
            using var last = transaction.Query("SELECT id FROM logs ORDER BY number DESC LIMIT 1");
            return last.Read() ? last.GetString(0) : "";
        }));
    }

    [Fact]
    public async Task a_child_that_lost_what_it_had_sent_gets_it_back()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        await child.SayAsync(child.Batch(0, 1, child.Note("a", "one")));
        await child.HearAsync();
        await using var back = new RawChild(_parent, child.Key) { Link = child.Link };
        await back.GreetAsync();
        var document = Document.Parser.ParseFrom(Assert.Single((await back.HearAsync()).Batch.Documents).Document);
        Assert.Equal("a", document.Id);
    }

    [Fact]
    public async Task a_forged_document_is_refused_with_a_receipt_and_the_cursor_moves_on()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        var batch = child.Batch(0, 2, child.Note("a", "one"), child.Note("b", "two"));
        batch.Documents[0].Document = child.Note("a", "forged").ToByteString();
        await child.SayAsync(batch);
        var ack = (await child.HearAsync()).Ack;
        Assert.Equal(2, ack.Through);
        Assert.Contains("signature", Assert.Single(ack.Refusals).Reason, StringComparison.Ordinal);
        Assert.Null(_parent.Log.Find("a"));
        Assert.NotNull(_parent.Log.Find("b"));
        Assert.Equal(1, Assert.Single(_parent.Links.Read()).Refused);
    }

    [Fact]
    public async Task a_document_of_another_writer_does_not_replace_its_owners()
    {
        await _parent.Log.SayAsync("a", "mine");
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        await child.SayAsync(child.Batch(0, 1, child.Note("a", "stolen", revision: 9)));
        LinkFrame frame;
        do frame = await child.HearAsync();
        while (frame.FrameCase != LinkFrame.FrameOneofCase.Ack);
        Assert.Equal("it is another's", Assert.Single(frame.Ack.Refusals).Reason);
        Assert.Equal(_parent.Log.Node, _parent.Log.Find("a")!.Writer);
    }

    [Fact]
    public async Task what_came_before_what_makes_it_acceptable_is_taken_when_that_comes()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        await child.SayAsync(child.Batch(0, 1, child.Note("a", "no")));
        Assert.Single((await child.HearAsync()).Ack.Refusals);
        await child.SayAsync(child.Batch(1, 2, child.Note("b", "yes")));
        await child.HearAsync();
        Assert.NotNull(_parent.Log.Find("a"));
        Assert.Equal(0, Assert.Single(_parent.Links.Read()).Refused);
    }

    [Fact]
    public async Task receipts_that_were_lost_are_sent_again()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        await child.SayAsync(child.Batch(0, 1, child.Note("a", "no")));
        await child.HearAsync();
        await using var back = new RawChild(_parent, child.Key) { Link = child.Link, Log = child.Log };
        await back.GreetAsync();
        Assert.Equal("it says no", Assert.Single((await back.HearAsync()).Ack.Refusals).Reason);
    }

    [Fact]
    public async Task what_is_malformed_is_refused_and_harms_nothing()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        Document[] malformed =
        [
            new(child.Note("", "x")), new(child.Note(new string('x', 501), "x")), new(child.Note("a", "x")) { Revision = 0 },
            new(child.Note("a", "x")) { WrittenAt = null }, new(child.Note("a", "x")) { Log = ByteString.Empty },
            new(child.Note("a", "x")) { Kind = "unheard-of" }, new(child.Note("a", "x")) { Deleted = true },
            new(child.Note("a", "x")) { WrittenAt = new Google.Protobuf.WellKnownTypes.Timestamp { Seconds = long.MaxValue } },
        ];
        await child.SayAsync(child.Batch(0, 50, malformed));
        var ack = (await child.HearAsync()).Ack;
        Assert.Equal((50, malformed.Length), (ack.Through, ack.Refusals.Count));
        Assert.Equal(0, _parent.Log.Head);
    }

    [Theory]
    [InlineData("version", "version 2")]
    [InlineData("level", "levels below")]
    [InlineData("link", "malformed")]
    [InlineData("key", "no key")]
    public async Task a_peer_that_does_not_fit_is_told_why(string what, string reason)
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        var hello = child.Hello();
        if (what == "version") hello.Version = 2;
        if (what == "level") hello.Level = Level.Provincial;
        if (what == "link") hello.Link = ByteString.Empty;
        if (what == "key") hello.PublicKey = ByteString.Empty;
        await child.SayAsync(new LinkFrame { Hello = hello });
        Assert.Contains(reason, (await child.HearAsync()).Stop.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_child_that_names_the_link_of_another_gets_its_own()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        await using var other = await new RawChild(_parent).JoinAsync();
        var hello = other.Hello();
        hello.Link = child.Link;
        Assert.Equal(other.Link, (await other.GreetAsync(hello)).Link);
    }

    [Fact]
    public async Task a_cursor_beyond_the_head_makes_the_log_begin_anew()
    {
        await _parent.Log.SayAsync("a", "one");
        var before = _parent.Log.Id;
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.SayAsync(new LinkFrame { Hello = child.Hello(ByteString.CopyFrom(Convert.FromHexString(before)), cursor: 5) });
        await _parent.UntilAsync(() => _parent.Log.Id != before);
        var hello = (await child.HearAsync()).Hello;
        Assert.Equal(_parent.Log.Id, Convert.ToHexStringLower(hello.Log.Span));
    }
}
