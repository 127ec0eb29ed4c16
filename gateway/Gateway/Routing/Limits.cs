namespace CollectiveImpact.Gateway.Routing;

/// <summary>What the gateway takes, by gRPC and by Connect alike.</summary>
internal static class Limits
{
    /// <summary>One message: 4 MiB, as gRPC servers have it by default.</summary>
    public const int Message = 4 * 1024 * 1024;

    /// <summary>
    /// One request that is not a stream. More than a message: who sends too much is heard out, so that it hears
    /// why it is refused, and does not only find the connection broken.
    /// </summary>
    public const int Request = 4 * Message;
}
