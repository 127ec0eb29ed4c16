using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Joining;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Exchange.Tests.Joining;

/// <summary>Who gets in, and who is told why not.</summary>
public sealed class InvitationTests : IAsyncLifetime
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
    public async Task two_nodes_that_joined_exchange_and_know_each_other_s_keys()
    {
        using var folder = new TestFolder();
        await using var child = await TestNode.StartAsync(folder, Level.Local);
        var joined = await child.JoinAsync(_parent);
        Assert.Equal((_parent.Log.Node.Fingerprint, Level.Provincial), (joined.Peer, joined.PeerLevel));
        await child.Log.SayAsync("a", "one");
        await _parent.UntilAsync(() => _parent.Log.Find("a") is not null);
        Assert.Equal(child.Log.Node.Fingerprint, Assert.Single(_parent.Links.Read()).Peer);
    }

    [Fact]
    public async Task a_node_that_was_not_invited_is_not_linked()
    {
        await using var stranger = new RawChild(_parent);
        await stranger.SayAsync(new LinkFrame { Hello = stranger.Hello() });
        Assert.Contains("was not invited", (await stranger.HearAsync()).Stop.Reason, StringComparison.Ordinal);
        Assert.Empty(_parent.Links.Read());
    }

    [Fact]
    public async Task an_invitation_is_good_for_one_key()
    {
        var invitation = await _parent.InviteAsync(Level.Local);
        await using var first = await new RawChild(_parent).JoinAsync(invitation);
        await using var second = new RawChild(_parent);
        Assert.Contains("used by another node", await RefusalAsync(() => second.JoinAsync(invitation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_same_key_that_lost_the_answer_gets_the_same_one_again()
    {
        var invitation = await _parent.InviteAsync(Level.Local);
        await using var child = await new RawChild(_parent).JoinAsync(invitation);
        await using var again = await new RawChild(_parent, child.Key).JoinAsync(invitation);
        Assert.Equal(child.Link, (await again.GreetAsync()).Link);
        Assert.Single(_parent.Links.Read());
    }

    [Fact]
    public async Task an_expired_invitation_says_when_it_expired()
    {
        var invitation = (await _parent.Invitations.MakeAsync(Level.Local, HostingScope.Any, TimeSpan.Zero, _parent.Address, "", default)).Text;
        await using var child = new RawChild(_parent);
        Assert.Contains("expired at", await RefusalAsync(() => child.JoinAsync(invitation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_invitation_of_another_node_is_foreign()
    {
        using var folder = new TestFolder();
        await using var other = await TestNode.StartAsync(folder, Level.Provincial);
        var foreign = await other.InviteAsync(Level.Local);
        await using var child = new RawChild(_parent);
        Assert.Contains("not one of this node's", await RefusalAsync(() => child.JoinAsync(foreign)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_invitation_is_for_one_level()
    {
        await using var child = new RawChild(_parent);
        var national = (await _parent.Invitations.MakeAsync(Level.National, HostingScope.Any, TimeSpan.FromHours(1), _parent.Address, "", default)).Text;
        Assert.Contains("is for a national node", await RefusalAsync(() => child.JoinAsync(national)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_withdrawn_invitation_is_refused()
    {
        var made = await _parent.Invitations.MakeAsync(Level.Local, HostingScope.Any, TimeSpan.FromHours(1), _parent.Address, "", default);
        await _parent.Log.WriteAsync(transaction =>
        {
            InvitationTable.Withdraw(transaction, made.Invitation);
            return 0;
        });
        await using var child = new RawChild(_parent);
        Assert.Contains("withdrawn", await RefusalAsync(() => child.JoinAsync(made.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_shows_another_s_key_without_holding_it_does_not_get_in()
    {
        using var victim = NodeKey.Create();
        await using var thief = new RawChild(_parent);
        var token = new LinkTokens(victim, new RandomIds(), TimeProvider.System).Create(LinkTokens.Join, _parent.Log.Node, null).Token;
        Assert.Contains("its signature is not its maker's", await RefusalAsync(() => thief.JoinAsync(token: token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_node_that_answers_must_be_the_one_that_invited()
    {
        using var otherFolder = new TestFolder();
        using var childFolder = new TestFolder();
        await using var other = await TestNode.StartAsync(otherFolder, Level.Provincial);
        await using var child = await TestNode.StartAsync(childFolder, Level.Local);
        var letter = InvitationText.Read(await _parent.InviteAsync(Level.Local))!;
        // An address where somebody else answers, who would gladly take the secret.
        var refusal = await Assert.ThrowsAsync<RpcException>(() => child.Invitations.JoinAsync(letter, other.Address, default));
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        Assert.Empty(child.Links.Read());
    }

    [Fact]
    public async Task only_a_hash_of_the_secret_is_stored()
    {
        var letter = InvitationText.Read(await _parent.InviteAsync(Level.Local))!;
        await using var child = await new RawChild(_parent).JoinAsync(InvitationText.Write(letter));
        // What is still only in the write-ahead log counts as stored too.
        var stored = Directory.GetFiles(_folder.Path, "node.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .SelectMany(ReadShared).ToArray();
        Assert.True(stored.AsSpan().IndexOf(System.Security.Cryptography.SHA256.HashData(letter.Secret.Span)) >= 0);
        Assert.True(stored.AsSpan().IndexOf(letter.Secret.Span) < 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nest-")]
    [InlineData("nest-AAAA")]
    [InlineData("nest-!!!")]
    [InlineData("hello")]
    public void what_is_no_invitation_is_not_read(string text) => Assert.Null(InvitationText.Read(text));

    [Fact]
    public async Task an_invitation_that_was_cut_is_not_read()
    {
        var text = await _parent.InviteAsync(Level.Local);
        Assert.NotNull(InvitationText.Read($"  {text}\n"));
        for (var length = 0; length < text.Length - 16; length++) Assert.Null(InvitationText.Read(text[..length]));
    }

    [Theory]
    [InlineData("ca.on.hamilton", true)]
    [InlineData("ca.on", false)]
    [InlineData("ca.only", false)]
    [InlineData("ca.qc.laval", true)]
    [InlineData("ca.qc.gatineau", false)]
    public void a_scope_allows_what_it_names_and_what_lies_below(string initiative, bool allowed) =>
        Assert.Equal(allowed, new HostingScope(["ca.on.*", "ca.qc.laval"]).Allows(initiative));

    private static async Task<string> RefusalAsync(Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.PermissionDenied, exception.StatusCode);
        return exception.Status.Detail;
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
