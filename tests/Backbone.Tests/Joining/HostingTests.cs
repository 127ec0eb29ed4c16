using CollectiveImpact.Backbone.Tests.Network;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Tests.Joining;

/// <summary>What a node that joined may host, and what its operator may ask of it.</summary>
public sealed class HostingTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;
    private TestNode _parent = null!;
    private TestNode _child = null!;

    public async Task InitializeAsync()
    {
        _parent = await TestNode.StartAsync(Path.Combine(_folder, "parent"), Level.Provincial, 0, TimeProvider.System);
        _child = await TestNode.StartAsync(Path.Combine(_folder, "child"), Level.Local, 0, TimeProvider.System);
        await _parent.Register("ca.on", Level.Provincial);
    }

    public async Task DisposeAsync()
    {
        await _child.DisposeAsync();
        await _parent.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task an_initiative_that_the_invitation_does_not_name_is_refused_with_a_receipt()
    {
        await _child.JoinAsync(_parent, "ca.on.hamilton");
        await Words.Until(async () => await _child.Nest.ListInitiativesAsync(new()), list => list.Initiatives.Count == 1);
        await _child.Register("ca.on.toronto", Level.Local, "ca.on");
        await _child.Register("ca.on.hamilton", Level.Local, "ca.on");
        await Words.Until(async () => await _parent.Nest.ListInitiativesAsync(new()), list => list.Initiatives.Any(each => each.Initiative_ == "ca.on.hamilton"));
        var refused = await Words.Until(async () => await _child.Operator.ListRefusalsAsync(new(), _child.Token()), list => list.Refusals.Count > 0);
        Assert.All(refused.Refusals, each => Assert.True(each.ByPeer));
        var first = refused.Refusals.Single(each => each.Refusal.Kind == "initiative").Refusal;
        Assert.Equal("ca.on.toronto", first.Initiative);
        Assert.Contains("was not invited to host initiative ca.on.toronto: its invitation names ca.on.hamilton", first.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain((await _parent.Nest.ListInitiativesAsync(new())).Initiatives, each => each.Initiative_ == "ca.on.toronto");
    }

    [Fact]
    public async Task a_second_invitation_that_names_more_makes_what_was_refused_stand()
    {
        await _child.JoinAsync(_parent, "ca.on.hamilton");
        await Words.Until(async () => await _child.Nest.ListInitiativesAsync(new()), list => list.Initiatives.Count == 1);
        await _child.Register("ca.on.toronto", Level.Local, "ca.on");
        await Words.Until(async () => await _child.Operator.ListRefusalsAsync(new(), _child.Token()), list => list.Refusals.Count > 0);
        await _child.JoinAsync(_parent, "ca.on.*");
        await Words.Until(async () => await _parent.Nest.ListInitiativesAsync(new()), list => list.Initiatives.Any(each => each.Initiative_ == "ca.on.toronto"));
    }

    [Fact]
    public async Task only_who_holds_the_token_is_the_operator()
    {
        foreach (var headers in (Metadata[])[[], new() { { "authorization", "Bearer 00" } }, _child.Token()])
        {
            var refusal = await Assert.ThrowsAsync<RpcException>(async () => await _parent.Operator.GetStatusAsync(new(), headers));
            Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
        }

        var status = await _parent.Operator.GetStatusAsync(new(), _parent.Token());
        Assert.Equal(("SQLite", "created", Level.Provincial), (status.Store, status.LogReason, status.Node.Level));
    }

    [Fact]
    public async Task every_refused_call_is_found_by_the_operator()
    {
        await Assert.ThrowsAsync<RpcException>(async () => await _child.Operator.JoinParentAsync(new() { Invitation = "nest-nonsense" }, _child.Token()));
        var invited = await _parent.Operator.InviteAsync(new() { Level = Level.Local, Initiatives = { "*" } }, _parent.Token());
        await _parent.Operator.WithdrawInvitationAsync(new() { Number = invited.Invitation.Number }, _parent.Token());
        await Assert.ThrowsAsync<RpcException>(async () => await _child.Operator.JoinParentAsync(new() { Invitation = invited.Text }, _child.Token()));
        await Words.Until(async () => await _child.Operator.ListRefusedCallsAsync(new(), _child.Token()),
            list => list.Calls.Any(call => call is { Status: "INVALID_ARGUMENT", Field: "invitation" }));
        await Words.Until(async () => await _parent.Operator.ListRefusedCallsAsync(new(), _parent.Token()),
            list => list.Calls.Any(call => call.Method == "collectiveimpact.v1.Exchange/Join" && call.Reason.Contains("withdrawn", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("level")]
    [InlineData("initiatives")]
    [InlineData("initiatives[1]")]
    [InlineData("valid_seconds")]
    [InlineData("address")]
    [InlineData("note")]
    public async Task an_invitation_that_makes_no_sense_names_its_field(string field)
    {
        var request = new InviteRequest { Level = Level.Local, Initiatives = { "ca.on.hamilton" } };
        if (field == "level") request.Level = Level.National;
        if (field == "initiatives") request.Initiatives.Clear();
        if (field == "initiatives[1]") request.Initiatives.Add("ca.*.hamilton");
        if (field == "valid_seconds") request.ValidSeconds = 10;
        if (field == "address") request.Address = "nest.example.ca";
        if (field == "note") request.Note = new string('x', 201);
        var (_, fault) = await Words.Refusal(async () => await _parent.Operator.InviteAsync(request, _parent.Token()));
        Assert.Equal(field, fault.Field);
    }

    [Fact]
    public async Task the_whole_log_verifies_and_a_changed_document_does_not()
    {
        await _parent.Register("ca.on.north", Level.Provincial);
        Assert.Empty((await VerifyAsync()).SelectMany(answer => answer.Faults));
        await _parent.Log.WriteAsync(transaction => transaction.Execute(
            "UPDATE documents SET document = (SELECT document FROM documents WHERE initiative = $1 AND kind = $2) WHERE initiative = $3 AND kind = $2",
            "ca.on", "initiative", "ca.on.north"));
        var fault = Assert.Single((await VerifyAsync()).SelectMany(answer => answer.Faults));
        Assert.Contains("own key", fault.Fault, StringComparison.Ordinal);
        await _parent.Log.WriteAsync(transaction => transaction.Execute("UPDATE totals SET value = '1'"));
    }

    private async Task<List<VerifyProgress>> VerifyAsync()
    {
        using var call = _parent.Operator.Verify(new(), _parent.Token());
        List<VerifyProgress> answers = [];
        while (await call.ResponseStream.MoveNext(default)) answers.Add(call.ResponseStream.Current);
        Assert.Equal(answers[^1].Documents, answers[^1].Done);
        return answers;
    }
}
