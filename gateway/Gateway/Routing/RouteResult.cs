using CollectiveImpact.Gateway.FunctionMaps;

namespace CollectiveImpact.Gateway.Routing;

/// <summary>Where a call goes: to a node, or nowhere, and why.</summary>
internal readonly record struct RouteResult
{
    private RouteResult(NodeView? node, Rejection? rejection)
    {
        Node = node;
        Rejection = rejection;
    }

    public NodeView? Node { get; }

    public Rejection? Rejection { get; }

    public static implicit operator RouteResult(NodeView node) => new(node, null);

    public static implicit operator RouteResult(Rejection rejection) => new(null, rejection);
}
