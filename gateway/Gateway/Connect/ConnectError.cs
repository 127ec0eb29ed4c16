using System.Text.Encodings.Web;
using System.Text.Json;
using CollectiveImpact.Gateway.Routing;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Connect;

/// <summary>An error as the Connect protocol writes it, always as JSON.</summary>
/// <param name="HttpStatus">Where HTTP has a word of its own for it; otherwise that of the code.</param>
internal sealed record ConnectError(StatusCode Code, string Message, Fault? Fault = null, int? HttpStatus = null)
{
    // Accents and quotation marks are for people to read, and nothing here is put into a page.
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ConnectError From(Rejection rejection) => new(rejection.Code, rejection.Message, rejection.ToFault());

    public static ConnectError From(RpcException failure)
    {
        var bytes = failure.Trailers.GetValueBytes(Rejection.Trailer);
        return new(failure.StatusCode, failure.Status.Detail, bytes is null ? null : Fault.Parser.ParseFrom(bytes));
    }

    public async Task WriteAsync(HttpContext context)
    {
        var (name, httpStatus) = ConnectCode.Of(Code);
        context.Response.StatusCode = HttpStatus ?? httpStatus;
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Readable);
        json.WriteStartObject();
        json.WriteString("code", name);
        json.WriteString("message", Message);
        if (Fault is not null)
            WriteDetails(json, Fault);
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, Fault fault)
    {
        json.WriteStartArray("details");
        json.WriteStartObject();
        json.WriteString("type", Fault.Descriptor.FullName);
        json.WriteString("value", Convert.ToBase64String(fault.ToByteArray()).TrimEnd('='));
        json.WritePropertyName("debug");
        json.WriteRawValue(JsonFormatter.Default.Format(fault));
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
