namespace Grpc.Core;

/// <summary>What a caller asks of one call besides the method and the request.</summary>
/// <param name="headers">Headers to send.</param>
/// <param name="deadline">When the caller stops waiting, in UTC.</param>
/// <param name="cancellationToken">Gives up the call.</param>
/// <param name="writeOptions">How requests are written.</param>
/// <param name="propagationToken">What to inherit from the call a server is serving.</param>
/// <param name="credentials">Proof of who calls, for this call alone.</param>
public readonly struct CallOptions(
    Metadata? headers = null,
    DateTime? deadline = null,
    CancellationToken cancellationToken = default,
    WriteOptions? writeOptions = null,
    ContextPropagationToken? propagationToken = null,
    CallCredentials? credentials = null)
{
    /// <summary>Headers to send.</summary>
    public Metadata? Headers { get; private init; } = headers;

    /// <summary>When the caller stops waiting, in UTC; never, if null.</summary>
    public DateTime? Deadline { get; private init; } = deadline;

    /// <summary>Gives up the call.</summary>
    public CancellationToken CancellationToken { get; private init; } = cancellationToken;

    /// <summary>How requests are written.</summary>
    public WriteOptions? WriteOptions { get; private init; } = writeOptions;

    /// <summary>What to inherit from the call a server is serving.</summary>
    public ContextPropagationToken? PropagationToken { get; private init; } = propagationToken;

    /// <summary>Proof of who calls, for this call alone.</summary>
    public CallCredentials? Credentials { get; private init; } = credentials;

    /// <summary>Whether the call waits for a connection rather than fail when there is none.</summary>
    public bool IsWaitForReady { get; private init; }

    /// <summary>The same with other headers.</summary>
    public CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>The same with another deadline, in UTC.</summary>
    public CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>The same with another token.</summary>
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) =>
        this with { CancellationToken = cancellationToken };

    /// <summary>The same with other write options.</summary>
    public CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };

    /// <summary>The same with another propagation token.</summary>
    public CallOptions WithPropagationToken(ContextPropagationToken propagationToken) =>
        this with { PropagationToken = propagationToken };

    /// <summary>The same with other credentials.</summary>
    public CallOptions WithCredentials(CallCredentials credentials) => this with { Credentials = credentials };

    /// <summary>The same, waiting for a connection or not.</summary>
    public CallOptions WithWaitForReady(bool waitForReady = true) => this with { IsWaitForReady = waitForReady };
}
