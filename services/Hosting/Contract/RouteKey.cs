using CollectiveImpact.V1;

namespace CollectiveImpact.Hosting.Contract;

/// <summary>What a request says of where it goes. Empty or unspecified where it says nothing.</summary>
public readonly record struct RouteKey(string Initiative, Function Function, Level Level);
