using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CollectiveImpact.Gateway.Routing;
using CollectiveImpact.Hosting.Contract;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Net.Http.Headers;

namespace CollectiveImpact.Gateway.Connect;

/// <summary>A unary call as the Connect protocol writes it.</summary>
/// <param name="Timeout">How long the caller waits; null for as long as it takes.</param>
internal sealed record ConnectRequest(IMessage Message, ConnectCodec Codec, TimeSpan? Timeout)
{
    private const int LongestTimeout = 10; // digits

    /// <returns>The request, or what is wrong with it.</returns>
    public static async ValueTask<(ConnectRequest?, ConnectError?)> ReadAsync(HttpRequest http, ContractMethod method)
    {
        var isGet = HttpMethods.IsGet(http.Method);
        if (!method.IsUnary)
            return Wrong(StatusCode.Unimplemented, $"{method.Path} streams: call it by gRPC.");
        if (isGet
            ? http.Query["connect"] is not ([] or ["v1"])
            : http.Headers["Connect-Protocol-Version"] is not ([] or ["1"]))
            return Wrong(StatusCode.InvalidArgument, "The version of the Connect protocol must be 1.");
        var compression = isGet ? http.Query["compression"] : http.Headers.ContentEncoding;
        if (compression is not ([] or ["" or "identity"]))
            return Wrong(
                StatusCode.Unimplemented, $"The compression {compression} is not known here: send the message plain.");
        if (!TryReadTimeout(http, out var timeout))
            return Wrong(
                StatusCode.InvalidArgument, "Connect-Timeout-Ms must be a number of milliseconds, at most ten digits.");
        if (CodecOf(http) is not { } codec)
            return WrongContentType(http);

        if ((isGet ? BytesOfQuery(http) : await BytesOfBodyAsync(http)) is not { } bytes)
            return isGet
                ? Wrong(StatusCode.InvalidArgument, "The query's message is no base64.")
                : (null, ConnectError.From(Rejections.TooLarge(Limits.Message)));
        var (message, rejection) = codec.Read(bytes, method.Input);
        return message is null
            ? (null, ConnectError.From(rejection!))
            : (new ConnectRequest(message, codec, timeout), null);
    }

    private static ConnectCodec? CodecOf(HttpRequest http)
    {
        if (HttpMethods.IsGet(http.Method))
            return ConnectCodec.Named(http.Query["encoding"]);
        return MediaTypeHeaderValue.TryParse(http.ContentType, out var type)
            && type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Encoding is UTF8Encoding)
                ? ConnectCodec.Named(type.SubType.Value?.ToLowerInvariant())
                : null;
    }

    private static bool TryReadTimeout(HttpRequest http, out TimeSpan? timeout)
    {
        timeout = null;
        var header = http.Headers["Connect-Timeout-Ms"];
        if (header.Count == 0)
            return true;
        if (header.ToString().Length > LongestTimeout
            || !long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return false;
        timeout = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    /// <summary>Null where there are more than a message may have.</summary>
    private static async ValueTask<ReadOnlyMemory<byte>?> BytesOfBodyAsync(HttpRequest http)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var isTooLarge = false;
        try
        {
            while (true)
            {
                var read = await http.BodyReader.ReadAsync(http.HttpContext.RequestAborted);
                isTooLarge |= bytes.WrittenCount + read.Buffer.Length > Limits.Message;
                if (!isTooLarge)
                    foreach (var segment in read.Buffer)
                        bytes.Write(segment.Span);
                http.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    return isTooLarge ? default(ReadOnlyMemory<byte>?) : bytes.WrittenMemory;
            }
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte>? BytesOfQuery(HttpRequest http)
    {
        var message = http.Query["message"].ToString();
        if (http.Query["base64"] != "1")
            return Encoding.UTF8.GetBytes(message);
        message = message.TrimEnd('=');
        return Base64Url.IsValid(message) ? Base64Url.DecodeFromChars(message) : default(ReadOnlyMemory<byte>?);
    }

    private static (ConnectRequest?, ConnectError?) WrongContentType(HttpRequest http)
    {
        if (HttpMethods.IsGet(http.Method))
            return Wrong(StatusCode.InvalidArgument, "The query's encoding must be json or proto.");
        string[] known = [ConnectCodec.Json.ContentType, ConnectCodec.Binary.ContentType];
        http.HttpContext.Response.Headers["Accept-Post"] = string.Join(", ", known);
        return Wrong(
            StatusCode.InvalidArgument,
            $"The content type must be {string.Join(" or ", known)}, in UTF-8.",
            StatusCodes.Status415UnsupportedMediaType);
    }

    private static (ConnectRequest?, ConnectError?) Wrong(StatusCode code, string message, int? httpStatus = null) =>
        (null, new ConnectError(code, message, HttpStatus: httpStatus));
}
