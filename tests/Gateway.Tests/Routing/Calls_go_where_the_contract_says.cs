using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Routing;

/// <summary>Hamilton is hosted at a local node, Ontario at a provincial one, which measures for Hamilton.</summary>
public sealed class Calls_go_where_the_contract_says : IAsyncLifetime
{
    private TestNode local = null!;
    private TestNode provincial = null!;
    private TestNode national = null!;
    private RunningGateway gateway = null!;

    public async Task InitializeAsync()
    {
        local = await TestNode.StartAsync("local", Level.Local);
        provincial = await TestNode.StartAsync("provincial", Level.Provincial);
        national = await TestNode.StartAsync("national", Level.National);
        foreach (var node in new[] { local, provincial, national })
            node.State.Tell(
                Maps.Of(Maps.Hamilton, "local", Maps.Ontario, "provincial", 1, Maps.Ontario),
                Maps.Own(Maps.Ontario, "provincial", Maps.Canada),
                Maps.Own(Maps.Canada, "national"));
        gateway = await RunningGateway.StartAndHearAsync(local, provincial, national);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        foreach (var node in new[] { local, provincial, national })
            await node.DisposeAsync();
    }

    [Fact]
    public async Task A_report_goes_to_the_node_of_the_functions_holder() =>
        Assert.Equal("provincial", await gateway.Measurement.ReportAsync(new() { Initiative = Maps.Hamilton }).AnsweredByAsync());

    [Fact]
    public async Task A_function_named_in_the_request_goes_to_that_functions_holder() =>
        Assert.Equal("provincial", await gateway.Charter.HandOverAsync(new()
        {
            Initiative = Maps.Hamilton,
            Function = Function.EstablishSharedMeasurement,
        }).AnsweredByAsync());

    [Fact]
    public async Task A_function_nobody_holds_goes_to_the_initiatives_own_node() =>
        Assert.Equal("local", await gateway.Charter.HandOverAsync(new()
        {
            Initiative = Maps.Hamilton,
            Function = Function.AdvancePolicy,
        }).AnsweredByAsync());

    [Theory]
    [InlineData(FunctionState.Types.State.Gap)]
    [InlineData(FunctionState.Types.State.Proposed)]
    [InlineData(FunctionState.Types.State.Lapsed)]
    public async Task A_state_in_which_nobody_writes_goes_to_the_initiatives_own_node(FunctionState.Types.State state)
    {
        local.State.Tell(Maps.In(state, Maps.Hamilton, "local", epoch: 2, Maps.Ontario, "provincial"));
        await gateway.UntilAsync(nest => nest.TenureOf(Maps.Hamilton, Function.EstablishSharedMeasurement).Epoch == 2);
        Assert.Equal("local", await gateway.Measurement.ReportAsync(new() { Initiative = Maps.Hamilton }).AnsweredByAsync());
    }

    [Fact]
    public async Task A_call_for_the_host_goes_to_the_initiatives_own_node() =>
        Assert.Equal("local", await gateway.Charter.DeclareAsync(new() { Initiative = Maps.Hamilton }).AnsweredByAsync());

    [Fact]
    public async Task A_key_of_another_name_is_read_from_the_field_it_names() =>
        Assert.Equal("provincial", await gateway.Charter.RespondAsync(new()
        {
            Initiative = Maps.Hamilton,
            Responder = Maps.Ontario,
        }).AnsweredByAsync());

    [Theory]
    [InlineData(Level.Local, "local")]
    [InlineData(Level.Provincial, "provincial")]
    [InlineData(Level.National, "national")]
    public async Task A_new_initiative_goes_to_the_node_of_its_level(Level level, string node) =>
        Assert.Equal(node, await gateway.Nest.RegisterInitiativeAsync(new() { Initiative = "ca.new", Level = level }).AnsweredByAsync());

    [Fact]
    public async Task An_initiative_that_is_hosted_is_registered_again_where_it_is_hosted() =>
        Assert.Equal("local", await gateway.Nest.RegisterInitiativeAsync(
            new() { Initiative = Maps.Hamilton, Level = Level.National }).AnsweredByAsync());

    [Fact]
    public async Task A_call_for_any_node_without_a_key_goes_to_the_highest() =>
        Assert.Equal("national", await gateway.Nest.ListInitiativesAsync(new()).AnsweredByAsync());

    [Fact]
    public async Task A_call_for_any_node_with_a_key_goes_to_one_that_knows_it_best() =>
        Assert.Equal("local", await gateway.Nest.GetInitiativeAsync(new() { Initiative = Maps.Hamilton }).AnsweredByAsync());

    [Fact]
    public async Task An_unknown_initiative_is_not_found_and_named()
    {
        var (status, fault) = await gateway.Charter.RespondAsync(new() { Responder = "ca.nowhere" }).FailureAsync();
        Assert.Equal(StatusCode.NotFound, status);
        Assert.Equal("responder", fault.Field);
        Assert.Contains("ca.nowhere", fault.Message);
    }

    [Fact]
    public async Task An_empty_key_names_its_field()
    {
        var (status, fault) = await gateway.Measurement.ReportAsync(new()).FailureAsync();
        Assert.Equal((StatusCode.InvalidArgument, "initiative"), (status, fault.Field));
    }

    [Fact]
    public async Task A_level_that_is_missing_is_named()
    {
        var (status, fault) = await gateway.Nest.RegisterInitiativeAsync(new() { Initiative = "ca.new" }).FailureAsync();
        Assert.Equal((StatusCode.InvalidArgument, "level"), (status, fault.Field));
    }

    [Fact]
    public async Task A_function_that_is_missing_is_named()
    {
        var (status, fault) = await gateway.Charter.HandOverAsync(new() { Initiative = Maps.Hamilton }).FailureAsync();
        Assert.Equal((StatusCode.InvalidArgument, "function"), (status, fault.Field));
    }

    [Fact]
    public async Task A_method_without_a_route_is_unimplemented()
    {
        using var link = new V1.Exchange.ExchangeClient(gateway.Calls).Link();
        var failure = await Assert.ThrowsAsync<RpcException>(() => link.ResponseStream.MoveNext(default));
        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }

    [Fact]
    public async Task A_method_that_the_contract_has_not_is_unimplemented()
    {
        var method = new Method<ReportRequest, ReportResponse>(
            MethodType.Unary, "collectiveimpact.v1.SharedMeasurement", "Guess",
            Marshallers.Create(message => Google.Protobuf.MessageExtensions.ToByteArray(message), ReportRequest.Parser.ParseFrom),
            Marshallers.Create(message => Google.Protobuf.MessageExtensions.ToByteArray(message), ReportResponse.Parser.ParseFrom));
        var (status, _) = await gateway.Calls.AsyncUnaryCall(method, null, default, new()).FailureAsync();
        Assert.Equal(StatusCode.Unimplemented, status);
    }
}
