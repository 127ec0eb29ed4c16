namespace Grpc.Core;

/// <summary>
/// A call being served, as the origin of others. Grpc.Net.Client and Grpc.AspNetCore.Server name it in their
/// signatures and make none.
/// </summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}
