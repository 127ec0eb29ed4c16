using CollectiveImpact.Backbone.Tests.Network;
using CollectiveImpact.Exchange.Operator;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Tests.Refusals;

/// <summary>Every call that a service refuses leaves a trace, which does not say what was sent.</summary>
public sealed class RefusedCallTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nest-test-").FullName;
    private TestNode _node = null!;

    public async Task InitializeAsync() => _node = await TestNode.StartAsync(_folder, Level.Local, 0, TimeProvider.System);

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task a_refused_call_is_counted_by_method_status_and_field_without_what_was_typed()
    {
        await Words.Refusal(() => _node.Register("MARY SMITH", Level.Local));
        await Words.Refusal(() => _node.Register("JOHN DOE", Level.Local));
        var call = Assert.Single(await ListAsync(2));
        Assert.Equal(
            ("collectiveimpact.v1.Nest/RegisterInitiative", "INVALID_ARGUMENT", "initiative", "", 2L),
            (call.Method, call.Status, call.Field, call.Reason, call.Count));
    }

    [Fact]
    public async Task streams_that_are_refused_are_counted_too()
    {
        using (var watch = _node.Measurement.WatchSeries(new WatchSeriesRequest { Initiative = "NO ID" }))
            await Words.Refusal(() => watch.ResponseStream.MoveNext(CancellationToken.None));
        using (var import = _node.Measurement.Import())
        {
            await import.RequestStream.WriteAsync(new ImportRequest { Report = new ReportRequest { Initiative = "NO ID" } });
            await import.RequestStream.CompleteAsync();
            await Words.Refusal(async () => await import);
        }

        Assert.Equal(
            [("collectiveimpact.v1.SharedMeasurement/Import", "items[].report.initiative"), ("collectiveimpact.v1.SharedMeasurement/WatchSeries", "initiative")],
            (await ListAsync(2)).Select(call => (call.Method, call.Field)).Order());
    }

    [Fact]
    public async Task to_look_for_what_is_not_there_is_no_refusal()
    {
        var (code, _) = await Words.Refusal(async () => await _node.Nest.GetInitiativeAsync(new GetInitiativeRequest { Initiative = "nobody" }));
        Assert.Equal(StatusCode.NotFound, code);
        await Words.Refusal(() => _node.Register("NO ID", Level.Local));
        Assert.Equal("INVALID_ARGUMENT", Assert.Single(await ListAsync(1)).Status);
    }

    private Task<List<RefusedCall>> ListAsync(long count) => Words.Until(
        () => Task.FromResult(_node.Log.Read(reader => RefusedCalls.List(reader, 10))), calls => calls.Sum(call => call.Count) >= count);
}
