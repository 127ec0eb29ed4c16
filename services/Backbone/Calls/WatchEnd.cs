using CollectiveImpact.Exchange.Calls;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Calls;

/// <summary>How a watch ends: without a word where its caller has left, and with a reason to call again where the node stops.</summary>
internal static class WatchEnd
{
    public static async Task Quietly(Func<Task> watch, CancellationToken ending, CancellationToken left)
    {
        try
        {
            await watch();
        }
        catch (Exception exception) when (ending.IsCancellationRequested && exception is OperationCanceledException or InvalidOperationException or IOException)
        {
            if (!left.IsCancellationRequested) new CallFault(StatusCode.Unavailable, "", "the node is stopping; call again").Throw();
        }
    }
}
