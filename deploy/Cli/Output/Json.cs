using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;

namespace CollectiveImpact.Cli.Output;

/// <summary>What <c>--json</c> prints: one document, indented. Messages of the contract are in protobuf's JSON, with every field.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    public static JsonNode Of(IMessage message) => JsonNode.Parse(Formatter.Format(message))!;

    public static JsonArray Of(IEnumerable<IMessage> messages) => new([.. messages.Select(Of)]);

    public static string Text(JsonNode document) => document.ToJsonString(Indented);
}
