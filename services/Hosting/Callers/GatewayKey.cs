using System.Security.Cryptography;

namespace CollectiveImpact.Hosting.Callers;

/// <summary>
/// The key by which the gateway says who calls. It lies in the gateway's folder, for its owner only; beside it
/// <c>gateway.pub</c>, which the nodes' operators give to their nodes.
/// </summary>
public static class GatewayKey
{
    private const string FileName = "gateway.key", PublicName = "gateway.pub";

    /// <summary>Reads it, or makes it where there is none.</summary>
    /// <exception cref="IOException">It can't be read or made, or is no key.</exception>
    public static ECDsa Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, FileName);
        var key = File.Exists(file) ? Read(file) : Make(file);
        File.WriteAllText(Path.Combine(folder, PublicName), PublicOf(key) + "\n");
        return key;
    }

    /// <summary>The public half, SubjectPublicKeyInfo in base64, as nodes are told it.</summary>
    public static string PublicOf(string folder)
    {
        using var key = Open(folder);
        return PublicOf(key);
    }

    /// <inheritdoc cref="PublicOf(string)"/>
    public static string PublicOf(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    private static ECDsa Read(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new IOException($"{file} is no key; put the right one back, or move it away to have a new one made.", exception);
        }
    }

    private static ECDsa Make(string file)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // Written beside and moved: a gateway that dies here has no key, or a whole one.
        var written = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new StreamWriter(written, options))
            stream.Write(key.ExportPkcs8PrivateKeyPem());
        File.Move(written, file);
        return key;
    }
}
