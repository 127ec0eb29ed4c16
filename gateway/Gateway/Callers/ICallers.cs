using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Callers;

/// <summary>Knows who makes a request.</summary>
internal interface ICallers
{
    Caller Of(HttpContext context);
}
