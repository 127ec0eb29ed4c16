using CollectiveImpact.Exchange.Joining;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Tests.Nodes;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Tests.Joining;

/// <summary>Who may link, link after link: tokens, keys and an operator's word.</summary>
public sealed class TrustTests : IAsyncLifetime
{
    private readonly TestFolder _parentFolder = new();
    private readonly TestFolder _childFolder = new();
    private TestNode _parent = null!;

    public async Task InitializeAsync() => _parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);

    public async Task DisposeAsync()
    {
        await _parent.DisposeAsync();
        _parentFolder.Dispose();
        _childFolder.Dispose();
    }

    [Fact]
    public async Task a_token_that_is_shown_again_is_refused_and_after_a_restart_too()
    {
        Hello hello;
        await using (var child = await new RawChild(_parent).JoinAsync())
        {
            hello = child.Hello();
            await child.GreetAsync(hello);
        }

        await using (var replay = new RawChild(_parent)) Assert.Contains("used before", await StoppedAsync(replay, hello), StringComparison.Ordinal);
        await _parent.DisposeAsync();
        _parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);
        await using (var replay = new RawChild(_parent)) Assert.Contains("used before", await StoppedAsync(replay, hello), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_token_for_another_audience_is_refused()
    {
        using var folder = new TestFolder();
        await using var other = await TestNode.StartAsync(folder, Level.Provincial);
        await using var child = await new RawChild(_parent).JoinAsync();
        // The other parent was given this, and shows it here as if it were the child.
        var hello = child.Hello();
        hello.Token = child.Tokens.Create(LinkTokens.Link, other.Log.Node, null).Token;
        Assert.Contains("made for another node", await StoppedAsync(child, hello), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_token_for_another_purpose_is_refused()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        var hello = child.Hello();
        hello.Token = child.Tokens.Create(LinkTokens.Join, _parent.Log.Node, null).Token;
        Assert.Contains("another purpose", await StoppedAsync(child, hello), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_token_that_another_key_signed_is_refused()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await using var thief = new RawChild(_parent);
        var hello = thief.Hello();
        hello.PublicKey = ByteString.CopyFrom(child.Key.Current.PublicKey);
        Assert.Contains("token is not good", await StoppedAsync(thief, hello), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-10, "not good at this time")]
    [InlineData(10, "not good at this time")]
    [InlineData(-2, null)]
    [InlineData(0.5, null)]
    public async Task an_old_token_is_refused_and_clocks_may_be_a_little_apart(double minutes, string? reason)
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        var hello = child.Hello();
        hello.Token = new LinkTokens(child.Key, new RandomIds(), new AheadClock(TimeSpan.FromMinutes(minutes))).Create(LinkTokens.Link, _parent.Log.Node, null).Token;
        if (reason is null) Assert.NotNull(await child.GreetAsync(hello));
        else Assert.Contains(reason, await StoppedAsync(child, hello), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("no token")]
    public async Task what_is_no_signed_token_is_refused(string token)
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        var hello = child.Hello();
        hello.Token = token;
        Assert.Contains("token", await StoppedAsync(child, hello), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_parent_that_can_not_answer_for_its_key_is_not_exchanged_with()
    {
        await using var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, _parent);
        await child.UntilAsync(() => child.Links.Read() is [{ Phase: LinkState.Types.Phase.Open }]);
        var address = new Uri(_parent.Address);
        await _parent.DisposeAsync();
        using var impostor = new TestFolder();
        _parent = await TestNode.StartAsync(impostor, Level.Provincial, address.Port);
        await child.Log.SayAsync("a", "for the parent only");
        await child.UntilAsync(() => child.Links.Read() is [{ Phase: LinkState.Types.Phase.Stopped }]);
        Assert.Equal(0, _parent.Log.Head);
        await _parent.DisposeAsync();
        _parent = await TestNode.StartAsync(_parentFolder, Level.Provincial);
    }

    [Fact]
    public async Task a_suspended_node_is_told_why_and_comes_back_when_it_is_resumed()
    {
        await using var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, _parent);
        await child.UntilAsync(() => child.Links.Read() is [{ Phase: LinkState.Types.Phase.Open }]);
        var link = _parent.Get<Peers>().Find("Local").Link!;
        await _parent.Get<Peers>().ChangeAsync(link, LinkState.Types.Standing.Suspended, "the audit of June", default);
        await child.UntilAsync(() => child.Links.Read()[0].LastError.Contains("the audit of June", StringComparison.Ordinal));
        await child.Log.SayAsync("a", "meanwhile");
        Assert.Equal(LinkState.Types.Standing.Suspended, _parent.Links.Read()[0].Standing);
        await _parent.Get<Peers>().ChangeAsync(link, LinkState.Types.Standing.Active, "", default);
        // A child that was told to stop waits a minute before it asks again; its operator need not.
        await child.JoinAsync(_parent);
        await using var again = await RestartAsync(child);
        await _parent.UntilAsync(() => _parent.Log.Find("a") is not null);
    }

    [Fact]
    public async Task a_removed_node_is_told_why_and_what_it_wrote_stands()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        await child.GreetAsync();
        await child.SayAsync(child.Batch(0, 1, child.Note("a", "one")));
        await child.HearAsync();
        await _parent.Get<Peers>().ChangeAsync(_parent.Get<Peers>().Find(child.Key.Node.Fingerprint[..8]).Link!, LinkState.Types.Standing.Removed, "it left the network", default);
        Assert.Contains("it left the network", (await child.HearAsync()).Stop.Reason, StringComparison.Ordinal);
        await using var back = new RawChild(_parent, child.Key);
        Assert.Contains("ended for good: it left the network", await StoppedAsync(back, back.Hello()), StringComparison.Ordinal);
        Assert.NotNull(_parent.Log.Find("a"));
    }

    [Fact]
    public async Task a_key_is_replaced_at_either_end_and_the_link_goes_on()
    {
        await using var child = await TestNode.StartAsync(_childFolder, Level.Local, 0, _parent);
        await child.Log.SayAsync("a", "under the first key");
        await _parent.UntilAsync(() => _parent.Log.Find("a") is not null);
        var node = child.Log.Node;
        await child.Get<KeyRotation>().RotateAsync(default);
        await _parent.Get<KeyRotation>().RotateAsync(default);
        await child.Get<KeyRotation>().RotateAsync(default);
        await child.Log.SayAsync("b", "under the third key");
        await _parent.Log.SayAsync("c", "under the parent's second");
        await _parent.UntilAsync(() => _parent.Log.Find("b") is not null && child.Log.Find("c") is not null);
        Assert.Equal((node, node), (_parent.Log.Find("a")!.Writer, _parent.Log.Find("b")!.Writer));
        await using var again = await RestartAsync(child);
        Assert.Equal(node, again.Log.Node);
        await again.Log.SayAsync("a", "again");
        await _parent.UntilAsync(() => _parent.Log.Find("a")!.Content.Revision == 2);
    }

    [Fact]
    public async Task a_key_that_was_replaced_links_no_more_and_signs_no_more()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        using var next = child.Key.Current.Next(Convert.ToHexStringLower(child.Log.Span), sequence: 1);
        await using var renewed = new RawChild(_parent, new NodeKey(next)) { Link = child.Link, Log = child.Log };
        await renewed.GreetAsync();
        await using var old = new RawChild(_parent, child.Key) { Link = child.Link, Log = child.Log };
        Assert.Contains("has replaced the key", await StoppedAsync(old, old.Hello()), StringComparison.Ordinal);
        // Signed with the old key, and passed on by somebody who may link: the first was written before it was replaced.
        var (before, after) = (old.Note("a", "in time"), old.Note("b", "too late"));
        await renewed.SayAsync(old.Batch(0, 2, before, after));
        var refusal = Assert.Single((await renewed.HearAsync()).Ack.Refusals);
        Assert.Equal("b", refusal.Id);
        Assert.Contains("had replaced the key", refusal.Reason, StringComparison.Ordinal);
        Assert.Equal(child.Key.Node, _parent.Log.Find("a")!.Writer);
    }

    [Fact]
    public async Task a_key_that_was_made_with_a_stolen_old_one_is_of_no_use()
    {
        await using var child = await new RawChild(_parent).JoinAsync();
        using var next = child.Key.Current.Next(Convert.ToHexStringLower(child.Log.Span), sequence: 1);
        await using (var renewed = new RawChild(_parent, new NodeKey(next)) { Link = child.Link, Log = child.Log }) await renewed.GreetAsync();
        using var forged = child.Key.Current.Next(Convert.ToHexStringLower(child.Log.Span), sequence: 1);
        using var longer = forged.Next(Convert.ToHexStringLower(child.Log.Span), sequence: 1);
        foreach (var key in (SigningKey[])[forged, longer])
        {
            await using var thief = new RawChild(_parent, new NodeKey(key)) { Link = child.Link, Log = child.Log };
            Assert.Contains("has replaced the key", await StoppedAsync(thief, thief.Hello()), StringComparison.Ordinal);
        }
    }

    private static async Task<string> StoppedAsync(RawChild child, Hello hello)
    {
        await child.SayAsync(new LinkFrame { Hello = hello });
        return (await child.HearAsync()).Stop.Reason;
    }

    private async Task<TestNode> RestartAsync(TestNode child)
    {
        await child.DisposeAsync();
        return await TestNode.StartAsync(_childFolder, Level.Local);
    }

    private sealed class AheadClock(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
