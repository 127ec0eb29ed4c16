namespace Grpc.Core;

/// <summary>How one message is written.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>It may wait in the buffer for more messages.</summary>
    BufferHint = 1,

    /// <summary>It goes uncompressed even where the call is compressed.</summary>
    NoCompress = 2,
}
