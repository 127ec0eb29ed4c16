using System.Globalization;
using System.Text;
using CollectiveImpact.Gateway.Routing;
using Google.Protobuf;

namespace CollectiveImpact.Gateway.PassThrough;

/// <summary>Ends a gRPC call with a status of the gateway's own.</summary>
internal static class GrpcRejection
{
    /// <summary>
    /// Where nothing has been sent, the status stands in the headers and there is no body; where part of an answer
    /// is on its way, it stands in the trailers.
    /// </summary>
    public static void Reject(HttpResponse response, Rejection rejection)
    {
        if (response.HasStarted)
        {
            Write(rejection, (name, value) => response.AppendTrailer(name, value));
            return;
        }
        response.Clear();
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        Write(rejection, (name, value) => response.Headers[name] = value);
    }

    private static void Write(Rejection rejection, Action<string, string> write)
    {
        write("grpc-status", ((int)rejection.Code).ToString(CultureInfo.InvariantCulture));
        write("grpc-message", Encode(rejection.Message));
        write(Rejection.Trailer, Convert.ToBase64String(rejection.ToFault().ToByteArray()).TrimEnd('='));
    }

    /// <summary>Percent-encodes all but printable ASCII, as gRPC wants it of a message.</summary>
    private static string Encode(string message)
    {
        var encoded = new StringBuilder(message.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(message))
            if (octet is >= 0x20 and <= 0x7E and not (byte)'%')
                encoded.Append((char)octet);
            else
                encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        return encoded.ToString();
    }
}
