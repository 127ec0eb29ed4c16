using Grpc.Core;

namespace CollectiveImpact.GrpcApi.Tests.OverTheWire;

/// <summary>Serves the test's calls, and tells what it saw of them.</summary>
internal sealed class EchoService(Sightings sightings) : Echo.EchoBase
{
    public const string RefusedField = "text";
    public static readonly byte[] RefusalDetails = [0, 1, 254, 255];

    public override Task<Line> Say(Line request, ServerCallContext context) => Task.FromResult(request);

    public override async Task<Line> Join(IAsyncStreamReader<Line> requestStream, ServerCallContext context)
    {
        var lines = new List<string>();
        await foreach (var line in requestStream.ReadAllAsync(context.CancellationToken))
            lines.Add(line.Text);
        return new Line { Text = string.Join(' ', lines) };
    }

    public override async Task Split(
        Line request, IServerStreamWriter<Line> responseStream, ServerCallContext context)
    {
        foreach (var word in request.Text.Split(' '))
            await responseStream.WriteAsync(new Line { Text = word }, context.CancellationToken);
    }

    public override async Task Chat(
        IAsyncStreamReader<Line> requestStream, IServerStreamWriter<Line> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext())
            await responseStream.WriteAsync(requestStream.Current);
    }

    public override Task<Line> Refuse(Line request, ServerCallContext context)
    {
        var trailers = new Metadata { { "Field", RefusedField }, { "details-bin", RefusalDetails } };
        throw new RpcException(new Status(StatusCode.InvalidArgument, "the text is wrong"), trailers);
    }

    public override async Task<Line> Wait(Line request, ServerCallContext context)
    {
        var cancelled = new TaskCompletionSource();
        await using var registration = context.CancellationToken.Register(cancelled.SetResult);
        sightings.Deadline.TrySetResult(context.Deadline);
        await cancelled.Task;
        sightings.Cancelled.TrySetResult();
        return request;
    }

    public override Task<Line> TellHeader(Line request, ServerCallContext context) =>
        Task.FromResult(new Line { Text = context.RequestHeaders.GetValue(request.Text) ?? "" });
}

/// <summary>What the server saw of a call that waits.</summary>
internal sealed class Sightings
{
    public TaskCompletionSource<DateTime> Deadline { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
