namespace CollectiveImpact.Exchange.Tests.Operator;

/// <summary>A clock that a test sets.</summary>
internal sealed class HandClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 23, 59, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
