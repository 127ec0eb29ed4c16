namespace Grpc.Core;

/// <summary>The responses of a streaming call, at the server. Returning from the method ends them.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;
