using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CollectiveImpact.Console.Assets;

/// <summary>
/// A file that the pages need, from within the assembly: it is there however the gateway was built or started.
/// Its address carries its version, so that browsers keep it for good and never show a former one.
/// </summary>
internal sealed class Asset
{
    private readonly byte[] _content;
    private readonly string _contentType;

    private Asset(string name, string contentType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The asset {name} is not embedded.");
        _content = new byte[stream.Length];
        stream.ReadExactly(_content);
        _contentType = contentType;
        Name = name;
        Version = Convert.ToHexStringLower(SHA256.HashData(_content))[..12];
    }

    public static Asset Stylesheet { get; } = new("console.css", "text/css; charset=utf-8");

    public static Asset Icon { get; } = new("favicon.svg", "image/svg+xml");

    public static Asset Passkeys { get; } = new("passkeys.js", "text/javascript; charset=utf-8");

    public string Name { get; }

    public string Version { get; }

    public IResult Answer(HttpContext context)
    {
        var asked = context.Request.Query["v"].ToString();
        context.Response.Headers.CacheControl = asked == Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(_content, _contentType, entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    }
}
