using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Calls;

/// <summary>The six functions, as they are written in ids and messages.</summary>
internal static class Functions
{
    public static IReadOnlyList<Function> All { get; } = [.. Enum.GetValues<Function>().Where(function => function != Function.Unspecified)];

    private static readonly Dictionary<Function, string> Names = new()
    {
        [Function.GuideVisionAndStrategy] = "guide-vision-and-strategy",
        [Function.SupportAlignedActivities] = "support-aligned-activities",
        [Function.EstablishSharedMeasurement] = "establish-shared-measurement",
        [Function.BuildPublicWill] = "build-public-will",
        [Function.AdvancePolicy] = "advance-policy",
        [Function.MobilizeResources] = "mobilize-resources",
    };

    private static readonly Dictionary<string, Function> ByName = Names.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Name(Function function) => Names[function];

    public static string Words(Function function) => Names[function].Replace('-', ' ');

    public static Function? Parse(string name) => ByName.TryGetValue(name, out var function) ? function : null;
}
