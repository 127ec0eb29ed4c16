using CollectiveImpact.Gateway.FunctionMaps;
using CollectiveImpact.Hosting.Callers;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Callers;

/// <summary>The header by which a node hears from the gateway who calls. What a caller itself says there is not passed on.</summary>
/// <param name="words">Null where the gateway has no folder, and so no key: its nodes then take whoever reaches them.</param>
internal sealed class CallerHeader(CallerWords? words, ICallers callers, IHttpContextAccessor requests)
{
    /// <summary>Sets it on a call that passes through.</summary>
    public void Set(HttpRequestMessage call, HttpContext context, NodeView node)
    {
        call.Headers.Remove(CallerTokens.Header);
        if (words is not null)
            call.Headers.TryAddWithoutValidation(CallerTokens.Header, words.About(callers.Of(context), node.Node));
    }

    /// <summary>Sets it on a call of the gateway's own, made for the request that is being answered.</summary>
    public CallOptions Set(CallOptions options, NodeView node) => words is null
        ? options
        : options.WithHeaders(With(options.Headers, words.About(requests.HttpContext is { } context ? callers.Of(context) : new Caller(), node.Node)));

    private static Metadata With(Metadata? headers, string word)
    {
        var all = new Metadata();
        foreach (var header in headers ?? [])
            if (header.Key != CallerTokens.Header)
                all.Add(header);
        all.Add(CallerTokens.Header, word);
        return all;
    }
}
