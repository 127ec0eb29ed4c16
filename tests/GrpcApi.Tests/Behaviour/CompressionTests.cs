using System.IO.Compression;
using Grpc.Net.Compression;

namespace CollectiveImpact.GrpcApi.Tests.Behaviour;

public sealed class CompressionTests
{
    public static TheoryData<string, byte> FirstBytes => new() { { "gzip", 0x1f }, { "deflate", 0x78 } };

    [Theory]
    [MemberData(nameof(FirstBytes))]
    public void What_is_compressed_reads_back_and_the_stream_beneath_stays_open(string encoding, byte firstByte)
    {
        ICompressionProvider[] providers =
        [
            new GzipCompressionProvider(CompressionLevel.Fastest),
            new DeflateCompressionProvider(CompressionLevel.Fastest),
        ];
        var provider = providers.Single(candidate => candidate.EncodingName == encoding);
        using var beneath = new MemoryStream();

        using (var compressing = provider.CreateCompressionStream(beneath, null))
            compressing.Write("turn the curve"u8);
        beneath.Position = 0;
        using var decompressing = new StreamReader(provider.CreateDecompressionStream(beneath));

        Assert.Equal("turn the curve", decompressing.ReadToEnd());
        Assert.Equal(firstByte, beneath.ToArray()[0]);
    }
}
