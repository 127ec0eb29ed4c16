using Grpc.Core;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>What refused calls have in common that are counted together.</summary>
internal readonly record struct RefusedAlike(DateOnly Day, string Method, StatusCode Status, string Field, string Reason);

/// <summary>How many calls were refused alike, and when the first and the last of them.</summary>
internal readonly record struct RefusedTimes(long Count, DateTimeOffset First, DateTimeOffset Last)
{
    public RefusedTimes With(RefusedTimes other) => new(
        Count + other.Count, First < other.First ? First : other.First, Last > other.Last ? Last : other.Last);
}
