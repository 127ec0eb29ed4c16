using CollectiveImpact.Hosting.Contract;
using Google.Protobuf;

namespace CollectiveImpact.Gateway.Routing;

/// <summary>Is told of every call that changed something.</summary>
internal interface IAudit
{
    /// <param name="context">The request for which the call was made; null where it was the gateway's own.</param>
    void Note(HttpContext? context, ContractMethod method, IMessage request);
}
