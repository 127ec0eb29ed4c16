using CollectiveImpact.V1;

namespace CollectiveImpact.NestFolder.Functions;

/// <summary>The six functions as <c>functions.csv</c> writes them.</summary>
public static class FunctionNames
{
    private static readonly (string Name, Function Function)[] Pairs =
    [
        ("guide-vision-and-strategy", Function.GuideVisionAndStrategy),
        ("support-aligned-activities", Function.SupportAlignedActivities),
        ("establish-shared-measurement", Function.EstablishSharedMeasurement),
        ("build-public-will", Function.BuildPublicWill),
        ("advance-policy", Function.AdvancePolicy),
        ("mobilize-resources", Function.MobilizeResources),
    ];

    /// <summary>All six, with a comma between.</summary>
    public static string Listed { get; } = string.Join(", ", Pairs.Select(pair => pair.Name));

    /// <summary>The function of that name; unspecified where there is none.</summary>
    public static Function Parse(string name) => Pairs.FirstOrDefault(pair => pair.Name == name).Function;

    /// <summary>The function's name.</summary>
    public static string Of(Function function) => Pairs.First(pair => pair.Function == function).Name;
}
