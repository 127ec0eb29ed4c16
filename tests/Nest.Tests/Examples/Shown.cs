using System.Text.Json.Nodes;

namespace CollectiveImpact.Nest.Tests.Examples;

/// <summary>Holds an answer against what a page shows of it.</summary>
internal static class Shown
{
    private const string Anything = "…";

    /// <summary>Where the answer differs from what is shown; null where it does not. What is not shown may be anything.</summary>
    public static string? Difference(JsonNode? shown, JsonNode? answer, string path = "")
    {
        switch (shown)
        {
            case JsonObject fields:
                return answer is JsonObject answered
                    ? fields.Select(field => Difference(field.Value, answered[field.Key], $"{path}.{field.Key}")).FirstOrDefault(difference => difference is not null)
                    : $"{path}: an object is shown, and the answer has {Text(answer)}";
            case JsonArray items:
                if (answer is not JsonArray list || list.Count < items.Count) return $"{path}: {items.Count} items are shown, and the answer has {Text(answer)}";
                return items.Select((item, i) => Difference(item, list[i], $"{path}[{i}]")).FirstOrDefault(difference => difference is not null);
            case JsonValue value when value.TryGetValue<string>(out var text) && text == Anything:
                return answer is null ? $"{path}: something is shown, and the answer has nothing" : null;
            default:
                return JsonNode.DeepEquals(shown, answer) ? null : $"{path}: {Text(shown)} is shown, and the answer has {Text(answer)}";
        }
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "nothing";
}
