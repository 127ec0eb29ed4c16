using CollectiveImpact.Gateway.FunctionMaps;
using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Gateway.Routing;

/// <summary>Finds the node that answers a call: the method's options say which, the function maps where.</summary>
internal sealed class Router(NestBoard board, RefusalLog refusals)
{
    /// <param name="request">The request, or the first message of a stream of them.</param>
    public async ValueTask<RouteResult> RouteAsync(
        ContractMethod method, IMessage request, CancellationToken cancellationToken)
    {
        var result = await FindAsync(method, request, cancellationToken);
        if (result.Rejection is { } rejection)
            refusals.Note(method, rejection.Code, rejection.Field);
        return result;
    }

    private async ValueTask<RouteResult> FindAsync(
        ContractMethod method, IMessage request, CancellationToken cancellationToken)
    {
        if (method.Route is null)
            return Rejections.NotRouted(method);
        var key = method.ReadKey(request);
        if (Lacks(method, key) is { } rejection)
            return rejection;

        var decision = new Itinerary(board.Current, method, key).Decide();
        if (!decision.IsFinal)
            await board.WaitAsync(
                nest => (decision = new Itinerary(nest, method, key).Decide()).IsFinal,
                decision.Patience,
                cancellationToken);
        return decision.Result;
    }

    private static Rejection? Lacks(ContractMethod method, RouteKey key) => method.Route!.Target switch
    {
        Target.Any => null,
        _ when key.Initiative is "" => Rejections.Empty(method.KeyField!.Name),
        Target.Level when key.Level is Level.Unspecified => Rejections.NoLevel(),
        Target.Holder when key.Function is Function.Unspecified => Rejections.NoFunction(),
        _ => null,
    };
}
