using CollectiveImpact.Cli.Tests.Fakes;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CollectiveImpact.Cli.Tests.Commands;

public sealed class JoiningTests : IAsyncLifetime
{
    private FakeNode node = null!;

    public async Task InitializeAsync() => node = await FakeNode.StartAsync();

    public async Task DisposeAsync() => await node.DisposeAsync();

    [Fact]
    public async Task An_invitation_stands_alone_on_standard_output()
    {
        AnswersInvite();

        var outcome = await node.RunAsync(
            "invite", "--level", "local", "--initiative", "ca.on.hamilton", "--initiative", "ca.on.toronto", "--address", "https://nest.example.ca/", "--note", "for Hamilton");

        outcome.Ends(0);
        Assert.Equal("nest-AbC_1-2\n", outcome.Out);
        Assert.Contains("Invitation 3, for one local node that may host ca.on.hamilton, ca.on.toronto", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("nest invitations withdraw 3", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(
            new InviteRequest { Level = Level.Local, Initiatives = { "ca.on.hamilton", "ca.on.toronto" }, ValidSeconds = 604_800, Address = "https://nest.example.ca", Note = "for Hamilton" },
            node.Operator.Asked<InviteRequest>());
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("30m", 1800)]
    [InlineData("12h", 43_200)]
    [InlineData("30d", 2_592_000)]
    public async Task An_invitation_is_good_for_as_long_as_is_said(string valid, long seconds)
    {
        AnswersInvite();

        (await node.RunAsync("invite", "--level", "provincial", "--initiative", "*", "--valid", valid)).Ends(0);

        Assert.Equal(seconds, node.Operator.Asked<InviteRequest>().ValidSeconds);
    }

    [Theory]
    [InlineData("invite --initiative ca.on.hamilton", "--level")]
    [InlineData("invite --level local", "--initiative")]
    [InlineData("invite --level city --initiative a", "'city' is no level")]
    [InlineData("invite --level local --initiative a --valid week", "'week' is no span of time")]
    [InlineData("invite --level local --initiative a --address nest.example.ca", "\"nest.example.ca\" is no address")]
    [InlineData("invitations withdraw three", "three")]
    [InlineData("join", "argument missing for command: 'join'. See nest join --help.")]
    [InlineData("suspend Hamilton", "--reason")]
    [InlineData("unheard-of", "unheard-of")]
    public async Task A_malformed_line_is_told_apart(string line, string fault)
    {
        var outcome = (await node.RunAsync(line.Split(' '))).Ends(2);

        Assert.Contains(fault, outcome.Error, StringComparison.Ordinal);
        Assert.Equal("", outcome.Out);
        Assert.Empty(node.Operator.Requests);
    }

    [Fact]
    public async Task What_the_node_refuses_names_the_field()
    {
        node.Operator.Answers<InviteRequest>(_ => throw FakeNode.Fault(StatusCode.InvalidArgument, "initiatives[0]", "`Hamilton` is no id; use lower-case letters"));

        var text = (await node.RunAsync("invite", "--level", "local", "--initiative", "Hamilton")).Ends(2);
        var json = (await node.RunAsync("invite", "--level", "local", "--initiative", "Hamilton", "--json")).Ends(2);

        Assert.Equal("error: initiatives[0]: `Hamilton` is no id; use lower-case letters.\n", text.Error);
        Assert.Equal("INVALID_ARGUMENT", json.JsonError.GetProperty("code").GetString());
        Assert.Equal("initiatives[0]", json.JsonError.GetProperty("field").GetString());
        Assert.Equal("", json.Out);
    }

    [Fact]
    public async Task Json_of_an_invitation_is_the_contracts_and_nothing_is_explained()
    {
        AnswersInvite();

        var outcome = (await node.RunAsync("invite", "--level", "local", "--initiative", "ca.on.hamilton", "--json")).Ends(0);

        Assert.Equal("nest-AbC_1-2", outcome.Json.GetProperty("text").GetString());
        Assert.Equal("LEVEL_LOCAL", outcome.Json.GetProperty("invitation").GetProperty("level").GetString());
        Assert.Equal("", outcome.Error);
    }

    [Fact]
    public async Task Joining_reads_the_invitation_from_standard_input()
    {
        AnswersJoin();

        var outcome = await new Nest { Input = "\n  nest-AbC_1-2 \nmore\n" }.RunAsync("join", "-", "--data", node.Data.Path, "--address", "http://10.0.0.2:5002");

        Assert.StartsWith("Joined Canada (national) at http://10.0.0.2:5002.\n", outcome.Ends(0).Out, StringComparison.Ordinal);
        Assert.Equal(new JoinParentRequest { Invitation = "nest-AbC_1-2", Address = "http://10.0.0.2:5002" }, node.Operator.Asked<JoinParentRequest>());
    }

    [Fact]
    public async Task Joining_with_nothing_to_read_says_what_to_do()
    {
        var outcome = (await new Nest { Input = " \n" }.RunAsync("join", "-", "--data", node.Data.Path)).Ends(2);

        Assert.Contains("Pipe the invitation in", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_that_does_not_answer_is_another_exit_code_than_one_that_refuses()
    {
        node.Operator.Answers<JoinParentRequest>(_ => throw FakeNode.Fault(StatusCode.Unavailable, "", "the parent at http://10.0.0.2:5002 does not answer; try again"));
        Assert.Contains("the parent at http://10.0.0.2:5002 does not answer", (await node.RunAsync("join", "nest-x")).Ends(3).Error, StringComparison.Ordinal);

        node.Operator.Answers<JoinParentRequest>(_ => throw FakeNode.Fault(StatusCode.PermissionDenied, "", "Canada says: the invitation was withdrawn"));
        Assert.Contains("the invitation was withdrawn.", (await node.RunAsync("join", "nest-x")).Ends(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitations_are_listed_a_line_each_and_withdrawn_by_number()
    {
        node.Operator.Answers<ListInvitationsRequest>(_ => new ListInvitationsResponse
        {
            Invitations =
            {
                Made(12, Invitation.Types.State.Open),
                new Invitation(Made(3, Invitation.Types.State.Used)) { Node = FakeOperator.NodeId, NodeName = "Hamilton", Note = "by phone" },
            },
        });
        node.Operator.Answers<WithdrawInvitationRequest>(request => Made(request.Number, Invitation.Types.State.Withdrawn));

        var listed = (await node.RunAsync("invitations")).Ends(0);
        Assert.Equal(
            [
                "NUMBER  STATE  LEVEL  INITIATIVES                   EXPIRES           USED BY            NOTE",
                "    12  open   local  ca.on.hamilton ca.on.toronto  2026-12-01 10:00",
                "     3  used   local  ca.on.hamilton ca.on.toronto  2026-12-01 10:00  Hamilton 3f9a0c21  by phone",
            ],
            listed.OutLines);
        Assert.Equal("Invitation 12 is withdrawn: nobody can join by it any more.\n", (await node.RunAsync("invitations", "withdraw", "12")).Ends(0).Out);
    }

    private static Invitation Made(long number, Invitation.Types.State state) => new()
    {
        Number = number,
        Level = Level.Local,
        Initiatives = { "ca.on.hamilton", "ca.on.toronto" },
        State = state,
        Expires = Timestamp.FromDateTime(new(2026, 12, 1, 10, 0, 0, DateTimeKind.Utc)),
    };

    private void AnswersInvite() => node.Operator.Answers<InviteRequest>(request => new InviteResponse
    {
        Text = "nest-AbC_1-2",
        Invitation = new(Made(3, Invitation.Types.State.Open)) { Level = request.Level },
    });

    private void AnswersJoin() => node.Operator.Answers<JoinParentRequest>(request => new JoinParentResponse
    {
        Peer = FakeOperator.NodeId,
        PeerName = "Canada",
        PeerLevel = Level.National,
        Address = request.Address,
        Link = "00112233445566778899aabbccddeeff",
        Initiatives = { "ca.on.*" },
    });
}
