namespace Grpc.Core;

/// <summary>Short forms of reading.</summary>
public static class AsyncStreamReaderExtensions
{
    /// <summary>Waits for the next message, without a token of its own.</summary>
    /// <returns>False at the end of the stream.</returns>
    public static Task<bool> MoveNext<T>(this IAsyncStreamReader<T> streamReader) where T : class =>
        streamReader.MoveNext(CancellationToken.None);
}
