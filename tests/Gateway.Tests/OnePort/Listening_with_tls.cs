using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CollectiveImpact.Gateway.Tests.Nodes;
using CollectiveImpact.V1;

namespace CollectiveImpact.Gateway.Tests.OnePort;

public sealed class Listening_with_tls : IDisposable
{
    private readonly string certificate = Path.GetTempFileName();

    public void Dispose() => File.Delete(certificate);

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task With_tls_the_protocol_is_negotiated_as_ever(string version)
    {
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
            using var own = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            await File.WriteAllBytesAsync(certificate, own.Export(X509ContentType.Pkcs12, "secret"));
        }
        await using var node = await TestNode.StartAsync("n", Level.National);
        await using var app = GatewayApplication.Create(
        [
            .. RunningGateway.Arguments("https://127.0.0.1:0", node),
            $"--Kestrel:Certificates:Default:Path={certificate}",
            "--Kestrel:Certificates:Default:Password=secret",
        ]);
        await app.StartAsync();

        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
        using var http = new HttpClient(handler);
        using var call = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(app.Urls.Single()), "/nowhere"))
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await http.SendAsync(call);
        Assert.Equal((HttpStatusCode.NotFound, version), (response.StatusCode, response.Version.ToString()));
        await app.StopAsync();
    }
}
