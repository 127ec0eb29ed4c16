namespace Grpc.Core;

/// <summary>A call as its server sees it.</summary>
public abstract class ServerCallContext
{
    private Dictionary<object, object>? userState;

    /// <summary>The path of the request: <c>/package.Service/Method</c>.</summary>
    public string Method => MethodCore;

    /// <summary>The name under which the client knows this server.</summary>
    public string Host => HostCore;

    /// <summary>The client's address, as in <c>ipv4:127.0.0.1:5000</c>.</summary>
    public string Peer => PeerCore;

    /// <summary>When the client stops waiting, in UTC; <see cref="DateTime.MaxValue" /> if it never does.</summary>
    public DateTime Deadline => DeadlineCore;

    /// <summary>What the client sent before its requests.</summary>
    public Metadata RequestHeaders => RequestHeadersCore;

    /// <summary>Cancelled when the client gives up, the deadline passes or the call ends.</summary>
    public CancellationToken CancellationToken => CancellationTokenCore;

    /// <summary>What will be sent after the last response.</summary>
    public Metadata ResponseTrailers => ResponseTrailersCore;

    /// <summary>How the call will end if its method returns.</summary>
    public Status Status
    {
        get => StatusCore;
        set => StatusCore = value;
    }

    /// <summary>How the following responses are written.</summary>
    public WriteOptions? WriteOptions
    {
        get => WriteOptionsCore;
        set => WriteOptionsCore = value;
    }

    /// <summary>Who the client is, as far as the connection proves it.</summary>
    public AuthContext AuthContext => AuthContextCore;

    /// <summary>Whatever interceptors and the method want to tell each other.</summary>
    public IDictionary<object, object> UserState => UserStateCore;

    /// <summary>Behind <see cref="Method" />.</summary>
    protected abstract string MethodCore { get; }

    /// <summary>Behind <see cref="Host" />.</summary>
    protected abstract string HostCore { get; }

    /// <summary>Behind <see cref="Peer" />.</summary>
    protected abstract string PeerCore { get; }

    /// <summary>Behind <see cref="Deadline" />.</summary>
    protected abstract DateTime DeadlineCore { get; }

    /// <summary>Behind <see cref="RequestHeaders" />.</summary>
    protected abstract Metadata RequestHeadersCore { get; }

    /// <summary>Behind <see cref="CancellationToken" />.</summary>
    protected abstract CancellationToken CancellationTokenCore { get; }

    /// <summary>Behind <see cref="ResponseTrailers" />.</summary>
    protected abstract Metadata ResponseTrailersCore { get; }

    /// <summary>Behind <see cref="Status" />.</summary>
    protected abstract Status StatusCore { get; set; }

    /// <summary>Behind <see cref="WriteOptions" />.</summary>
    protected abstract WriteOptions? WriteOptionsCore { get; set; }

    /// <summary>Behind <see cref="AuthContext" />.</summary>
    protected abstract AuthContext AuthContextCore { get; }

    /// <summary>Behind <see cref="UserState" />.</summary>
    protected virtual IDictionary<object, object> UserStateCore => userState ??= [];

    /// <summary>Sends the headers now rather than with the first response. Once per call.</summary>
    public Task WriteResponseHeadersAsync(Metadata responseHeaders) => WriteResponseHeadersAsyncCore(responseHeaders);

    /// <summary>Makes this call the origin of others. The server on ASP.NET Core does not support it.</summary>
    public ContextPropagationToken CreatePropagationToken(ContextPropagationOptions? options = null) =>
        CreatePropagationTokenCore(options);

    /// <summary>Behind <see cref="WriteResponseHeadersAsync" />.</summary>
    protected abstract Task WriteResponseHeadersAsyncCore(Metadata responseHeaders);

    /// <summary>Behind <see cref="CreatePropagationToken" />.</summary>
    protected abstract ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options);
}
