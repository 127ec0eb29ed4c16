using CollectiveImpact.Cli.Tests.Fakes;

namespace CollectiveImpact.Cli.Tests.Commands;

/// <summary>How a command finds its node, and what it says where it does not.</summary>
public sealed class WhichNodeTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private FakeNode node = null!;

    public async Task InitializeAsync()
    {
        node = await FakeNode.StartAsync();
        node.Operator.Answers<RotateKeyRequest>(_ => new RotateKeyResponse { Node = FakeOperator.NodeId, Key = "ab", Keys = 3 });
    }

    public async Task DisposeAsync()
    {
        await node.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_data_folder_is_enough()
    {
        var outcome = (await node.RunAsync("key", "rotate")).Ends(0);

        Assert.Contains("its 3rd.", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_names_the_data_folder() =>
        (await new Nest { Environment = { ["NEST_DATA"] = node.Data.Path } }.RunAsync("key", "rotate")).Ends(0);

    [Theory]
    [InlineData("--node")]
    [InlineData("--address")]
    public async Task An_address_goes_with_a_file_that_holds_the_token(string option)
    {
        var file = folder.Write("token", FakeNode.Token + "\n");

        (await new Nest().RunAsync("key", "rotate", option, node.Address, "--token-file", file)).Ends(0);
    }

    [Fact]
    public async Task The_environment_holds_the_token_of_an_address() =>
        (await new Nest { Environment = { ["NEST_TOKEN"] = FakeNode.Token } }.RunAsync("key", "rotate", "--node", node.Address)).Ends(0);

    [Fact]
    public async Task A_data_folder_that_is_named_is_not_overruled_by_the_environments_token() =>
        (await new Nest { Environment = { ["NEST_TOKEN"] = "another" } }.RunAsync("key", "rotate", "--data", node.Data.Path)).Ends(0);

    [Fact]
    public async Task Without_a_node_it_says_how_to_name_one()
    {
        var outcome = (await new Nest().RunAsync("status")).Ends(2);

        Assert.StartsWith("error: Which node? Say --data DIR", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_it_says_where_it_stands()
    {
        var outcome = (await new Nest().RunAsync("status", "--node", node.Address)).Ends(2);

        Assert.Contains("the token stands in operator.json", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "There is no operator.json")]
    [InlineData("{", "does not hold an address and a token")]
    [InlineData("[]", "does not hold an address and a token")]
    [InlineData("""{"address": 1, "token": "x"}""", "does not hold an address and a token")]
    [InlineData("""{"address": "nonsense", "token": "x"}""", "\"nonsense\" is no address")]
    public async Task A_data_folder_that_does_not_tell_is_explained(string? content, string fault)
    {
        if (content is not null)
            folder.Write("operator.json", content);

        var outcome = (await new Nest().RunAsync("status", "--data", folder.Path)).Ends(2);

        Assert.Contains(fault, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task A_file_that_holds_no_token_is_explained(string content)
    {
        var file = folder.Write("token", content);

        var outcome = (await new Nest().RunAsync("status", "--node", node.Address, "--token-file", file)).Ends(2);

        Assert.Contains("does not hold one token", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_and_it_says_where_the_right_one_is()
    {
        var outcome = (await new Nest { Environment = { ["NEST_TOKEN"] = "wrong" } }.RunAsync("status", "--node", node.Address, "--json")).Ends(1);

        Assert.Equal("UNAUTHENTICATED", outcome.JsonError.GetProperty("code").GetString());
        Assert.Contains("operator.json", outcome.JsonError.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_does_not_answer_is_told_apart()
    {
        await node.StopAsync();

        var outcome = (await new Nest { Environment = { ["NEST_TOKEN"] = "x" } }.RunAsync("status", "--node", node.Address)).Ends(3);
        Assert.StartsWith($"error: No node answers at {node.Address} (Connection refused", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_operators_node_is_told_apart()
    {
        node.Operator.Answers<RotateKeyRequest>(_ => throw new Grpc.Core.RpcException(new(Grpc.Core.StatusCode.Unimplemented, "")));

        Assert.Contains("not of the gateway", (await node.RunAsync("key", "rotate")).Ends(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_documents_the_exit_codes()
    {
        var outcome = (await new Nest().RunAsync("--help")).Ends(0);

        foreach (var line in (string[])["  0  good", "  1  the node refused", "  2  malformed input", "  3  the node does not answer"])
            Assert.Contains(line, outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_takes_a_token_on_the_command_line()
    {
        var outcome = (await new Nest().RunAsync("status", "--node", node.Address, "--token", FakeNode.Token)).Ends(2);

        Assert.Contains("--token", outcome.Error, StringComparison.Ordinal);
    }
}
