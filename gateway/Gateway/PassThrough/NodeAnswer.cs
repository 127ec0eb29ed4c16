using CollectiveImpact.Gateway.Callers;
using CollectiveImpact.Gateway.FunctionMaps;
using CollectiveImpact.Gateway.Routing;
using Yarp.ReverseProxy.Forwarder;

namespace CollectiveImpact.Gateway.PassThrough;

/// <summary>A call and its answer pass as they are, except for what the gateway and the node say to each other alone.</summary>
internal sealed class NodeAnswer(NodeView node, MapVersion versions, CallerHeader header) : HttpTransformer
{
    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext,
        HttpRequestMessage proxyRequest,
        string destinationPrefix,
        CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        // The node's own name, and not the gateway's.
        proxyRequest.Headers.Host = null;
        header.Set(proxyRequest, httpContext, node);
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        var hasAnswer = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        if (httpContext.Response.Headers.Remove(MapVersion.Header, out var version))
            await versions.CatchUpAsync(node.Address, version, cancellationToken);
        return hasAnswer;
    }
}
