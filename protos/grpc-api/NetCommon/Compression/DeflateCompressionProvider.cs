using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>Messages in "deflate", which in HTTP and in gRPC means the zlib format of RFC 1950.</summary>
/// <param name="defaultCompressionLevel">How hard to try where a call does not say.</param>
public sealed class DeflateCompressionProvider(CompressionLevel defaultCompressionLevel) : ICompressionProvider
{
    /// <inheritdoc />
    public string EncodingName => "deflate";

    /// <inheritdoc />
    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new ZLibStream(stream, compressionLevel ?? defaultCompressionLevel, leaveOpen: true);

    /// <inheritdoc />
    public Stream CreateDecompressionStream(Stream stream) => new ZLibStream(stream, CompressionMode.Decompress);
}
