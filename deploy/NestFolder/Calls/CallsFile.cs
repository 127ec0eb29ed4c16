using System.Text.Encodings.Web;
using System.Text.Json;
using CollectiveImpact.NestFolder.Reading;
using Google.Protobuf;

namespace CollectiveImpact.NestFolder.Calls;

/// <summary>
/// <c>calls.json</c>: a list of <c>{"method": "Partners/SavePartner", "request": {…}}</c>, said one after the other. What is
/// no table, such as agendas and meetings, is told so.
/// </summary>
internal static class CallsFile
{
    public const string Name = "calls.json";

    private static readonly JsonWriterOptions Written = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<CallRow> Read(string directory, FaultList faults)
    {
        var path = Path.Combine(directory, Name);
        if (!File.Exists(path))
            return [];
        try
        {
            return Read(File.ReadAllBytes(path), faults);
        }
        catch (JsonException e)
        {
            faults.AddLost(Name, (int)(e.LineNumber ?? 0) + 1, "", "is no JSON from here on; write a list of calls, each with `method` and `request`");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.AddLost(Name, 0, "", $"the file cannot be read: {e.Message}");
        }
        return [];
    }

    public static void Write(string directory, IReadOnlyList<CallRow> calls)
    {
        using var file = File.Create(Path.Combine(directory, Name));
        using var writer = new Utf8JsonWriter(file, Written);
        writer.WriteStartArray();
        foreach (var call in calls)
        {
            writer.WriteStartObject();
            writer.WriteString("method", call.Name);
            writer.WritePropertyName("request");
            writer.WriteRawValue(JsonFormatter.Default.Format(call.Request));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static List<CallRow> Read(byte[] bytes, FaultList faults)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        List<CallRow> calls = [];
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            faults.AddLost(Name, 1, "", "holds no list; write a list of calls, each with `method` and `request`");
            return calls;
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var row = 1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
            using var call = JsonDocument.ParseValue(ref reader);
            if (Read(call.RootElement, row, faults) is { } read)
                calls.Add(read);
        }
        return calls;
    }

    private static CallRow? Read(JsonElement call, int row, FaultList faults)
    {
        if (call.ValueKind != JsonValueKind.Object || !call.TryGetProperty("method", out var name) || name.ValueKind != JsonValueKind.String)
        {
            faults.Add(Name, row, "method", "is missing; name one of the contract, like \"Partners/SavePartner\"");
            return null;
        }
        if (ContractCalls.Find(name.GetString()!) is not { } method)
        {
            faults.Add(Name, row, "method", $"{Quote.Of(name.GetString()!)} is no call of the contract; write service and method, like \"Partners/SavePartner\"");
            return null;
        }
        if (!call.TryGetProperty("request", out var request) || request.ValueKind != JsonValueKind.Object)
        {
            faults.Add(Name, row, "request", "is missing; write what is said, as an object");
            return null;
        }
        try
        {
            return new CallRow(row, method, JsonParser.Default.Parse(request.GetRawText(), method.InputType));
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException)
        {
            faults.Add(Name, row, "request", $"is no {method.InputType.Name}: {e.Message}");
            return null;
        }
    }
}
