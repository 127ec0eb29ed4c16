using System.Buffers;

namespace Grpc.Core;

/// <summary>
/// Where a serializer puts one message: either one array through <see cref="Complete(byte[])" />, or pieces
/// through <see cref="GetBufferWriter" />, ended by <see cref="Complete()" />.
/// </summary>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole message. The array is not to be changed afterwards.</summary>
    public virtual void Complete(byte[] payload) => throw new NotSupportedException();

    /// <summary>Ends a message that was written piece by piece.</summary>
    public virtual void Complete() => throw new NotSupportedException();

    /// <summary>Where to write piece by piece.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException();

    /// <summary>Announces the length in bytes, before the first piece.</summary>
    public virtual void SetPayloadLength(int payloadLength) => throw new NotSupportedException();
}
