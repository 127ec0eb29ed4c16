using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Routing;

/// <summary>Ontario's node hands shared measurement for Hamilton over to Hamilton's own.</summary>
public sealed class A_hand_over_is_followed : IAsyncLifetime
{
    private static readonly FunctionMap Before = Maps.Of(Maps.Hamilton, "local", Maps.Ontario, "provincial", 1, Maps.Ontario);
    private static readonly FunctionMap After = Maps.Of(Maps.Hamilton, "local", Maps.Hamilton, "local", 2, Maps.Ontario);
    private static readonly HandOverRequest Request = new()
    {
        Initiative = Maps.Hamilton,
        Function = Function.EstablishSharedMeasurement,
        To = { Maps.Hamilton },
    };

    private TestNode local = null!;
    private TestNode provincial = null!;
    private RunningGateway gateway = null!;

    public async Task InitializeAsync()
    {
        local = await TestNode.StartAsync("local", Level.Local);
        provincial = await TestNode.StartAsync("provincial", Level.Provincial);
        foreach (var node in new[] { local, provincial })
        {
            node.State.Tell(Before, Maps.Own(Maps.Ontario, "provincial"));
            node.State.OnReport = (request, _) => node.State.StateOf(request.Initiative, Function.EstablishSharedMeasurement) is { } state
                && state.WriterNode == node.State.Id
                    ? Task.FromResult(new ReportResponse { Revision = 1 })
                    : throw new RpcException(new Status(StatusCode.FailedPrecondition, "Another holds it."));
        }
        gateway = await RunningGateway.StartAndHearAsync(local, provincial);
    }

    public async Task DisposeAsync()
    {
        await gateway.DisposeAsync();
        await local.DisposeAsync();
        await provincial.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_very_next_call_is_answered_by_the_new_holder(bool asJson)
    {
        var heldOver = new TaskCompletionSource();
        provincial.State.OnHandOver = async (_, context) =>
        {
            var version = provincial.State.Tell(After);
            await context.WriteResponseHeadersAsync(Version(version));
            heldOver.SetResult();
            return new FunctionState { Epoch = 2 };
        };
        await HandOverAsync(asJson);

        // The new holder is the last to hear of it.
        var report = gateway.Measurement.ReportAsync(new() { Initiative = Maps.Hamilton });
        await heldOver.Task;
        local.State.Tell(After);
        Assert.Equal("local", await report.AnsweredByAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_is_held_back_until_the_gateway_has_heard_what_it_did(bool asJson)
    {
        var answered = new TaskCompletionSource();
        provincial.State.OnHandOver = async (_, context) =>
        {
            await context.WriteResponseHeadersAsync(Version(2));
            answered.SetResult();
            return new FunctionState { Epoch = 2 };
        };
        var call = HandOverAsync(asJson);
        await answered.Task;
        Assert.False(call.IsCompleted);
        provincial.State.Tell(After);
        await call;
        await gateway.UntilAsync(nest => nest.TenureOf(Maps.Hamilton, Function.EstablishSharedMeasurement).Epoch == 2);
    }

    [Fact]
    public async Task An_answer_whose_change_is_never_heard_of_comes_all_the_same()
    {
        provincial.State.OnHandOver = async (_, context) =>
        {
            await context.WriteResponseHeadersAsync(Version(99));
            return new FunctionState { Epoch = 2 };
        };
        Assert.Equal(2, (await gateway.Charter.HandOverAsync(Request)).Epoch);
    }

    [Fact]
    public async Task The_header_between_node_and_gateway_is_not_passed_on()
    {
        provincial.State.OnHandOver = async (_, context) =>
        {
            await context.WriteResponseHeadersAsync(Version(provincial.State.Tell(After)));
            return new FunctionState();
        };
        var call = gateway.Charter.HandOverAsync(Request);
        await call;
        Assert.Null((await call.ResponseHeadersAsync).GetValue("collectiveimpact-map-version"));
    }

    [Fact]
    public async Task The_highest_epoch_is_believed_whoever_tells_it()
    {
        provincial.State.Tell(After);
        await gateway.UntilAsync(nest => nest.TenureOf(Maps.Hamilton, Function.EstablishSharedMeasurement).Epoch == 2);
        // The local node tells nothing new: after a while it is asked all the same, and answers for itself.
        var (status, _) = await gateway.Measurement.ReportAsync(new() { Initiative = Maps.Hamilton }).FailureAsync();
        Assert.Equal(StatusCode.FailedPrecondition, status);
        Assert.Contains("/collectiveimpact.v1.SharedMeasurement/Report", local.State.Calls);
    }

    private static Metadata Version(long version) => new()
    {
        { "collectiveimpact-map-version", version.ToString(System.Globalization.CultureInfo.InvariantCulture) },
    };

    private async Task HandOverAsync(bool asJson)
    {
        if (!asJson)
        {
            await gateway.Charter.HandOverAsync(Request);
            return;
        }
        using var body = new StringContent(
            Google.Protobuf.JsonFormatter.Default.Format(Request), System.Text.Encoding.UTF8, "application/json");
        using var response = await gateway.Http.PostAsync("/collectiveimpact.v1.Charter/HandOver", body);
        response.EnsureSuccessStatusCode();
    }
}
