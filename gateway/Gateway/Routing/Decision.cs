namespace CollectiveImpact.Gateway.Routing;

/// <summary>Where a call goes as things stand, and how long it is worth waiting for them to change.</summary>
internal readonly record struct Decision(RouteResult Result, TimeSpan Patience = default)
{
    public bool IsFinal => Patience == TimeSpan.Zero;
}
