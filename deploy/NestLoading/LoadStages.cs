using CollectiveImpact.NestFolder;
using CollectiveImpact.NestLoading.Progress;

namespace CollectiveImpact.NestLoading;

/// <summary>What a load goes through.</summary>
public static class LoadStages
{
    /// <summary>Initiatives that are registered.</summary>
    public static Stage Initiatives { get; } = new("initiatives registered", One: "initiative registered");

    /// <summary>Observations that are stored.</summary>
    public static Stage Observations { get; } = new("observations imported", One: "observation imported");

    /// <summary>Calls of <c>calls.json</c> that are made.</summary>
    public static Stage Calls { get; } = new("further calls made", One: "further call made");

    /// <summary>The stages that a folder goes through.</summary>
    public static IReadOnlyList<Stage> Of(Folder folder) => folder.Calls.Count == 0 ? [Initiatives, Observations] : [Initiatives, Observations, Calls];
}
