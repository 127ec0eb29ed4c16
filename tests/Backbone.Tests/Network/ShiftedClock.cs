namespace CollectiveImpact.Backbone.Tests.Network;

/// <summary>The system's clock, some days ahead: terms and their ends can be tested without waiting for them.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
