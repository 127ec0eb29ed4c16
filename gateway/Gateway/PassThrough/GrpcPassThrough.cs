using System.Net;
using CollectiveImpact.Gateway.Callers;
using CollectiveImpact.Gateway.Nodes;
using CollectiveImpact.Gateway.Routing;
using CollectiveImpact.Hosting.Contract;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Yarp.ReverseProxy.Forwarder;

namespace CollectiveImpact.Gateway.PassThrough;

/// <summary>
/// Forwards gRPC calls as they are, each to the node that its first message asks for, and turns what fails on
/// the way into a status that a gRPC client understands.
/// </summary>
internal sealed class GrpcPassThrough(
    IHttpForwarder forwarder,
    Router router,
    NodeChannels nodes,
    MapVersion versions,
    CallerHeader header,
    RefusalLog refusals,
    IHostApplicationLifetime lifetime,
    IAudit? audit = null)
{
    private const string GrpcStatus = "grpc-status";

    // Of a status that a node answers where all is well.
    private const string Well = "0";

    private static readonly ForwarderRequestConfig Forwarding = new()
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        // A watch is silent for as long as nothing changes.
        ActivityTimeout = Timeout.InfiniteTimeSpan,
    };

    public async Task AnswerAsync(HttpContext context, ContractMethod method)
    {
        if (await ForwardAsync(context, method) is { } rejection)
            GrpcRejection.Reject(context.Response, rejection);
    }

    /// <summary>Null when the call was answered, or nobody is left to answer to.</summary>
    private async Task<Rejection?> ForwardAsync(HttpContext context, ContractMethod method)
    {
        if (method.Route is null)
            return Rejections.NotRouted(method);
        LiftBodyLimits(context, method);
        var (message, malformed) = await FirstMessage.PeekAsync(context.Request, method.Input, context.RequestAborted);
        if (message is null)
        {
            if (malformed is not null)
                refusals.Note(method, malformed.Code);
            return malformed;
        }
        var route = await router.RouteAsync(method, message, context.RequestAborted);
        if (route.Node is not { } node)
            return route.Rejection;
        var rejection = await ForwardAsync(context, nodes[node.Address], new NodeAnswer(node, versions, header), endsWithGateway: !method.IsUnary);
        if (rejection is null && IsWell(context))
            audit?.Note(context, method, message);
        return rejection;
    }

    private static bool IsWell(HttpContext context) =>
        context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers[GrpcStatus].ToString() is Well
        || context.Response.Headers[GrpcStatus].ToString() is Well;

    /// <param name="endsWithGateway">A watch has no end of its own, and would hold up the gateway's.</param>
    private async Task<Rejection?> ForwardAsync(HttpContext context, NodeChannel node, NodeAnswer answer, bool endsWithGateway)
    {
        var stopping = endsWithGateway ? lifetime.ApplicationStopping : CancellationToken.None;
        var reset = new DeferredReset();
        context.Features.Set<IHttpResetFeature>(reset);
        var error = await forwarder.SendAsync(
            context,
            node.Address.AbsoluteUri,
            node.Forwarding,
            Forwarding,
            answer,
            stopping);

        var isAnswered = error is ForwarderError.None || (context.Response.HasStarted && !reset.IsAsked);
        if (isAnswered || context.RequestAborted.IsCancellationRequested)
            return null;
        return stopping.IsCancellationRequested ? Rejections.Stopping() : Rejections.Broken();
    }

    // Messages are limited, and not their sum: a stream may be as long as the node lets it be, and as slow as its
    // writer.
    private static void LiftBodyLimits(HttpContext context, ContractMethod method)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        if (method.ClientStreaming && context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }
}
