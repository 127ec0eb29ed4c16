using CollectiveImpact.NestLoading.Progress;

namespace CollectiveImpact.NestLoading;

/// <summary>What a load goes through.</summary>
public static class LoadStages
{
    /// <summary>Initiatives that are registered.</summary>
    public static Stage Initiatives { get; } = new("initiatives registered", One: "initiative registered");

    /// <summary>Observations that are stored.</summary>
    public static Stage Observations { get; } = new("observations imported", One: "observation imported");
}
