namespace Grpc.Core;

/// <summary>Which side sends more than one message.</summary>
public enum MethodType
{
    /// <summary>One request, one response.</summary>
    Unary,

    /// <summary>Many requests, one response.</summary>
    ClientStreaming,

    /// <summary>One request, many responses.</summary>
    ServerStreaming,

    /// <summary>Many of both, each at its own pace.</summary>
    DuplexStreaming,
}
