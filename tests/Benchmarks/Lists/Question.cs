using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Benchmarks.Lists;

/// <summary>A call that reads, with what makes it a costly one.</summary>
/// <param name="Method">`ListActivities`.</param>
/// <param name="Variant">Of whom, and which.</param>
/// <param name="AskAsync">Makes the call.</param>
internal sealed record Question(string Method, string Variant, Func<CancellationToken, Task<IMessage>> AskAsync)
{
    private const int LargestPage = 1000;

    public static Question Of<TRequest, TAnswer>(
        string variant, Func<TRequest, CallOptions, AsyncUnaryCall<TAnswer>> call, TRequest request) where TRequest : IMessage<TRequest> where TAnswer : IMessage<TAnswer> => new(
        typeof(TRequest).Name[..^"Request".Length], variant, async cancellationToken => await call(request, new CallOptions(cancellationToken: cancellationToken)));

    /// <summary>The last page, which is found before it is measured.</summary>
    public static Question LastPageOf<TRequest, TAnswer>(
        string variant, Func<TRequest, CallOptions, AsyncUnaryCall<TAnswer>> call, TRequest request) where TRequest : IMessage<TRequest> where TAnswer : IMessage<TAnswer>
    {
        var found = new Lazy<Task<TRequest>>(() => LastAsync(call, request));
        return Of($"{variant}, last page", call, request) with
        {
            AskAsync = async cancellationToken => await call(await found.Value, new CallOptions(cancellationToken: cancellationToken)),
        };
    }

    private static async Task<TRequest> LastAsync<TRequest, TAnswer>(Func<TRequest, CallOptions, AsyncUnaryCall<TAnswer>> call, TRequest request)
        where TRequest : IMessage<TRequest> where TAnswer : IMessage<TAnswer>
    {
        var (token, size) = (request.Descriptor.FindFieldByName("page_token").Accessor, request.Descriptor.FindFieldByName("page_size").Accessor);
        var at = request.Clone();
        // In large steps as far as they lead, and then in the usual ones.
        foreach (var step in (int[])[LargestPage, (int)size.GetValue(request)])
        {
            while (true)
            {
                var next = at.Clone();
                size.SetValue(next, step);
                var answer = await call(next, new CallOptions());
                if (answer.Descriptor.FindFieldByName("next_page_token").Accessor.GetValue(answer) is not string { Length: > 0 } place) break;
                token.SetValue(at, place);
            }
        }

        return at;
    }
}
