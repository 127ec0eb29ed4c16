using System.Text;
using CollectiveImpact.Gateway.Routing;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CollectiveImpact.Gateway.Connect;

/// <summary>One of the two ways in which a message is written in a unary call.</summary>
internal abstract class ConnectCodec
{
    public static readonly ConnectCodec Json = new JsonCodec();
    public static readonly ConnectCodec Binary = new BinaryCodec();

    /// <summary>The content type of requests and of answers.</summary>
    public abstract string ContentType { get; }

    /// <summary>The message, or what is wrong with it.</summary>
    public abstract (IMessage? Message, Rejection? Rejection) Read(ReadOnlyMemory<byte> bytes, MessageDescriptor type);

    public abstract byte[] Write(IMessage message);

    /// <summary>The codec of that name, `json` or `proto`, which is also the content type's second half.</summary>
    public static ConnectCodec? Named(string? name) => name switch
    {
        "json" => Json,
        "proto" => Binary,
        _ => null,
    };

    private sealed class JsonCodec : ConnectCodec
    {
        private static readonly UTF8Encoding Utf8 =
            new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

        public override string ContentType => "application/json";

        public override (IMessage?, Rejection?) Read(ReadOnlyMemory<byte> bytes, MessageDescriptor type)
        {
            string text;
            try
            {
                // Some editors put a byte order mark before it.
                text = Utf8.GetString(bytes.Span.StartsWith("\uFEFF"u8) ? bytes.Span[3..] : bytes.Span);
            }
            catch (DecoderFallbackException)
            {
                return (null, new(StatusCode.InvalidArgument, "The message is not encoded in UTF-8."));
            }
            try
            {
                return (JsonParser.Default.Parse(text, type), null);
            }
            catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException)
            {
                return (null, JsonFault.In(text, type, fault.Message));
            }
        }

        public override byte[] Write(IMessage message) => Utf8.GetBytes(JsonFormatter.Default.Format(message));
    }

    private sealed class BinaryCodec : ConnectCodec
    {
        public override string ContentType => "application/proto";

        public override (IMessage?, Rejection?) Read(ReadOnlyMemory<byte> bytes, MessageDescriptor type)
        {
            try
            {
                return (type.Parser.ParseFrom(new System.Buffers.ReadOnlySequence<byte>(bytes)), null);
            }
            catch (InvalidProtocolBufferException)
            {
                return (null, Rejections.Malformed(type));
            }
        }

        public override byte[] Write(IMessage message) => message.ToByteArray();
    }
}
