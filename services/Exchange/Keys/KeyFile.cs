using System.Security.Cryptography;
using System.Text;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>A key file: the private key (PKCS #8), and the steps by which the node came to it, each as a PEM block.</summary>
internal sealed class KeyFile(string path)
{
    private const string SuccessionLabel = "NEST KEY SUCCESSION";
    private const int MostTurns = 500;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    private string NextPath => path + ".next";

    /// <summary>
    /// The key in the file. Where there is none, one is made: by the first of the replicas that share the file, if
    /// several start at once, and the others take that one.
    /// </summary>
    /// <exception cref="IOException">The file's folder can't be written.</exception>
    public SigningKey ReadOrCreate()
    {
        for (var turn = 1; ; turn++)
        {
            if (Read() is { } key) return key;
            try
            {
                using var claim = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                // Another may have made it just before this one's turn came.
                return Read() ?? Write(SigningKey.Create());
            }
            catch (IOException exception) when (turn < MostTurns && exception is not DirectoryNotFoundException)
            {
                Thread.Sleep(Turn);
            }
        }
    }

    public SigningKey? Read() => Read(path);

    public SigningKey? ReadNext() => Read(NextPath);

    public SigningKey Write(SigningKey key)
    {
        Write(path, key);
        return key;
    }

    public void WriteNext(SigningKey key) => Write(NextPath, key);

    public void TakeNext()
    {
        if (File.Exists(NextPath)) File.Move(NextPath, path, overwrite: true);
    }

    public void DropNext() => File.Delete(NextPath);

    private static SigningKey? Read(string path)
    {
        if (!File.Exists(path)) return null;
        var key = ECDsa.Create();
        try
        {
            var text = File.ReadAllText(path);
            List<Succession> successions = [];
            var rest = text.AsSpan();
            var imported = false;
            while (PemEncoding.TryFind(rest, out var block))
            {
                if (rest[block.Label] is SuccessionLabel)
                {
                    successions.Add(Succession.Parser.ParseFrom(Convert.FromBase64String(rest[block.Base64Data].ToString())));
                }
                else
                {
                    key.ImportFromPem(rest[block.Location]);
                    imported = true;
                }

                rest = rest[block.Location.End..];
            }

            if (!imported || key.KeySize != 256) throw new CryptographicException($"{path} holds no P-256 key");
            return new SigningKey(key, successions);
        }
        catch (ArgumentException exception)
        {
            key.Dispose();
            throw new CryptographicException($"{path} holds no P-256 key", exception);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private static void Write(string path, SigningKey key)
    {
        var text = new StringBuilder(key.Algorithm.ExportPkcs8PrivateKeyPem());
        foreach (var succession in key.Successions)
            text.Append('\n').Append(PemEncoding.Write(SuccessionLabel, succession.ToByteArray()));
        // Written beside and moved: a crash leaves either no key or a whole one.
        var unfinished = path + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(unfinished, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(text.Append('\n').ToString()));
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
