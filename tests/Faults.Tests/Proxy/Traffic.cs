namespace CollectiveImpact.Faults.Tests.Proxy;

/// <summary>What has come through a proxy, in bytes.</summary>
/// <param name="Taken">Read from either side.</param>
/// <param name="PassedUp">Passed on to the target.</param>
/// <param name="PassedDown">Passed back to those who dialled.</param>
internal readonly record struct Traffic(long Taken, long PassedUp, long PassedDown);
