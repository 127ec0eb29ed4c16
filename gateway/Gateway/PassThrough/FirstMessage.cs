using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using CollectiveImpact.Gateway.Routing;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CollectiveImpact.Gateway.PassThrough;

/// <summary>The first message of a gRPC request: looked at, and given back for the node to read.</summary>
internal static class FirstMessage
{
    // One byte that tells whether the message is compressed, four that tell its length.
    private const int PrefixLength = 5;

    /// <returns>The message, or why there is none. What follows it has not been read.</returns>
    /// <remarks>
    /// What is read is taken from Kestrel's pipe and put back before the body. It could be left in the pipe,
    /// examined and not consumed; but Kestrel takes for flow control that every byte examined is consumed next,
    /// and breaks the connection of a caller whose first message is larger than the window.
    /// </remarks>
    public static async ValueTask<(IMessage? Message, Rejection? Rejection)> PeekAsync(
        HttpRequest request, MessageDescriptor type, CancellationToken cancellationToken)
    {
        var start = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            foreach (var segment in read.Buffer)
                start.Write(segment.Span);
            request.BodyReader.AdvanceTo(read.Buffer.End);

            var length = LengthOf(start.WrittenSpan);
            if (length > Limits.Message)
                return (null, Rejections.TooLarge(Limits.Message));
            if (length is { } known && start.WrittenCount >= PrefixLength + known)
            {
                request.Body = new ResumedBody(start.WrittenMemory, request.Body);
                var message = start.WrittenMemory.Slice(PrefixLength, (int)known);
                return start.WrittenSpan[0] == 0
                    ? Parse(new(message), type)
                    : ParseCompressed(message, request.Headers["grpc-encoding"], type);
            }
            if (read.IsCompleted)
                return (null, Rejections.NoMessage());
        }
    }

    private static uint? LengthOf(ReadOnlySpan<byte> start) =>
        start.Length < PrefixLength ? null : BinaryPrimitives.ReadUInt32BigEndian(start[1..]);

    private static (IMessage?, Rejection?) Parse(ReadOnlySequence<byte> message, MessageDescriptor type)
    {
        try
        {
            return (type.Parser.ParseFrom(message), null);
        }
        catch (InvalidProtocolBufferException)
        {
            return (null, Rejections.Malformed(type));
        }
    }

    private static (IMessage?, Rejection?) ParseCompressed(
        ReadOnlyMemory<byte> message, string? encoding, MessageDescriptor type)
    {
        using var compressed = new MemoryStream(message.ToArray());
        using Stream? stream = encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(compressed, CompressionMode.Decompress),
            _ => null,
        };
        if (stream is null)
            return (null, Rejections.UnknownEncoding(encoding ?? "identity"));
        try
        {
            return Decompress(stream) is { } plain
                ? Parse(new(plain), type)
                : (null, Rejections.TooLarge(Limits.Message));
        }
        catch (InvalidDataException)
        {
            return (null, Rejections.Malformed(type));
        }
    }

    /// <summary>Null where it grows beyond the limit: a few bytes can be made to unfold into many.</summary>
    private static ReadOnlyMemory<byte>? Decompress(Stream stream)
    {
        var plain = new ArrayBufferWriter<byte>();
        while (stream.Read(plain.GetSpan(16 * 1024)) is > 0 and var count)
        {
            plain.Advance(count);
            if (plain.WrittenCount > Limits.Message)
                return null;
        }
        return plain.WrittenMemory;
    }
}
