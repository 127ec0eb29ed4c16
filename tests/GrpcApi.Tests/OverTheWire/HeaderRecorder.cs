using System.Collections.Concurrent;

namespace CollectiveImpact.GrpcApi.Tests.OverTheWire;

/// <summary>Keeps, per path, how the last request and response said they were encoded.</summary>
internal sealed class HeaderRecorder : DelegatingHandler
{
    private const string Header = "grpc-encoding";

    private readonly ConcurrentQueue<(string? Request, string? Response)> encodings = new();

    public (string? Request, string? Response) LastEncodings => encodings.Last();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        encodings.Enqueue((ValueOf(request.Headers), ValueOf(response.Headers)));
        return response;
    }

    private static string? ValueOf(System.Net.Http.Headers.HttpHeaders headers) =>
        headers.TryGetValues(Header, out var values) ? values.Single() : null;
}
