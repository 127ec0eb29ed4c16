using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Tests.Nodes;

internal sealed class CharterService(NodeState node) : Charter.CharterBase
{
    public override async Task WatchFunctionMap(
        WatchFunctionMapRequest request,
        IServerStreamWriter<WatchFunctionMapResponse> responseStream,
        ServerCallContext context)
    {
        await node.MayTell.WaitAsync(context.CancellationToken);
        await foreach (var message in node.Watch().ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(message, context.CancellationToken);
    }

    public override Task<FunctionState> HandOver(HandOverRequest request, ServerCallContext context) =>
        node.OnHandOver(request, context);

    public override Task<FunctionState> Declare(DeclareRequest request, ServerCallContext context) =>
        Task.FromResult(node.OnDeclare?.Invoke(request) ?? new FunctionState { Writer = node.Id });

    public override Task<FunctionState> Respond(RespondRequest request, ServerCallContext context) =>
        Task.FromResult(node.OnRespond?.Invoke(request) ?? new FunctionState { Writer = node.Id });

    public override Task<FunctionMap> GetFunctionMap(GetFunctionMapRequest request, ServerCallContext context) =>
        Task.FromResult(node.MapOf(request.Initiative) ?? new FunctionMap { Initiative = request.Initiative, Node = node.Id });
}
