namespace CollectiveImpact.Nest.Processes;

/// <summary>Starts the processes of a nest, keeps them running, and ends them all.</summary>
/// <param name="plan">What to start.</param>
/// <param name="logs">The folder for what they say.</param>
/// <param name="time">For the pauses between starts.</param>
internal sealed class Supervisor(ServicePlan plan, string logs, TimeProvider time) : IAsyncDisposable
{
    public IReadOnlyList<SupervisedService> Services { get; } =
        [.. plan.All.Select(service => new SupervisedService(service, new(Path.Combine(logs, $"{service.Name}.log")), time))];

    /// <summary>Fails as soon as one of them does not stay up; completes only when they are ended.</summary>
    public async Task WhileUpAsync() => await await Task.WhenAny(Services.Select(service => service.Run));

    public async ValueTask DisposeAsync() => await Task.WhenAll(Services.Select(service => service.DisposeAsync().AsTask()));
}
