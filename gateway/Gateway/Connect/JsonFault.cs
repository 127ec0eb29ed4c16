using System.Globalization;
using System.Text.Json;
using CollectiveImpact.Gateway.Routing;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Connect;

/// <summary>
/// Finds the field for which a message could not be read. The parser tells what it stumbled over and not where,
/// so the fields are tried one by one; this happens only once a message has been found to be wrong.
/// </summary>
internal static class JsonFault
{
    /// <param name="parserSays">What to answer where no single field is at fault.</param>
    public static Rejection In(string text, MessageDescriptor type, string parserSays)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Find(document.RootElement, type, "") ?? Reject("", parserSays);
        }
        catch (JsonException fault)
        {
            var place = string.Create(
                CultureInfo.InvariantCulture, $"line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}");
            return Reject("", $"The message is no well-formed JSON: see {place}.");
        }
    }

    private static Rejection? Find(JsonElement element, MessageDescriptor type, string path)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            return Reject(path, $"{(path is "" ? "The message" : path)} must be an object.");
        foreach (var property in element.EnumerateObject())
            if (Find(property, type, path is "" ? "" : path + ".") is { } rejection)
                return rejection;
        return null;
    }

    private static Rejection? Find(JsonProperty property, MessageDescriptor type, string prefix)
    {
        var fields = type.Fields.InDeclarationOrder();
        var field = fields.FirstOrDefault(known => known.JsonName == property.Name || known.Name == property.Name);
        if (field is null)
        {
            var known = string.Join(", ", fields.Select(known => known.JsonName));
            return Reject(
                prefix + property.Name, $"{prefix}{property.Name} is no field of {type.Name}: it has {known}.");
        }
        if (IsReadable(property.Name, property.Value, type))
            return null;

        var path = prefix + field.Name;
        if (!field.IsRepeated || field.IsMap)
            return FindIn(property.Value, field, path);
        if (property.Value.ValueKind is not JsonValueKind.Array)
            return Reject(path, $"{path} must be a list.");
        return property.Value.EnumerateArray()
            .Select((item, index) => IsReadable(property.Name, item, type, isItem: true)
                ? null
                : FindIn(item, field, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))
            .FirstOrDefault(rejection => rejection is not null);
    }

    /// <summary>One value that cannot be read: the fault lies in it, or it is itself of the wrong type.</summary>
    private static Rejection FindIn(JsonElement value, FieldDescriptor field, string path) =>
        field.FieldType is FieldType.Message && !field.IsMap && value.ValueKind is JsonValueKind.Object
        && Find(value, field.MessageType, path) is { } rejection
            ? rejection
            : Reject(path, $"{path} must be {Expected(field)}.");

    private static bool IsReadable(string name, JsonElement value, MessageDescriptor type, bool isItem = false)
    {
        var raw = isItem ? $"[{value.GetRawText()}]" : value.GetRawText();
        try
        {
            JsonParser.Default.Parse($"{{\"{JsonEncodedText.Encode(name)}\":{raw}}}", type);
            return true;
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException)
        {
            return false;
        }
    }

    private static string Expected(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => "text in quotation marks",
        FieldType.Bool => "true or false",
        FieldType.Bytes => "base64 in quotation marks",
        FieldType.Double or FieldType.Float => "a number",
        FieldType.Enum => "one of " + string.Join(", ", field.EnumType.Values.Select(value => value.Name)),
        FieldType.Message when field.MessageType.FullName == "google.protobuf.Timestamp" =>
            "a moment, like \"2021-09-01T12:00:00Z\"",
        FieldType.Message or FieldType.Group => "an object",
        _ => "a whole number",
    };

    private static Rejection Reject(string field, string message) => new(StatusCode.InvalidArgument, message, field);
}
