using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CollectiveImpact.Hosting.Tests.OnePort;

public sealed class Listening_with_tls : IDisposable
{
    private readonly string certificate = Path.GetTempFileName();

    public void Dispose() => File.Delete(certificate);

    [Theory]
    [InlineData("1.1", "HTTP/1.1")]
    [InlineData("2.0", "HTTP/2")]
    public async Task With_tls_the_protocol_is_negotiated_as_ever(string version, string protocol)
    {
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
            using var own = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            await File.WriteAllBytesAsync(certificate, own.Export(X509ContentType.Pkcs12, "secret"));
        }
        await using var server = await PlainServer.StartAsync(
            "--urls", "https://127.0.0.1:0",
            $"--Kestrel:Certificates:Default:Path={certificate}",
            "--Kestrel:Certificates:Default:Password=secret");
        Assert.Single(server.Urls);
        Assert.Equal(protocol, await server.AskAsync(version));
    }
}
