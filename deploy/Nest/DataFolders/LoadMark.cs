using System.Security.Cryptography;
using System.Text;
using CollectiveImpact.NestFolder;

namespace CollectiveImpact.Nest.DataFolders;

/// <summary>
/// Says in a data folder which nest folder it has been loaded with, so that a restart leaves what people have corrected
/// since as it stands. It is written when a load is complete: one that broke off is begun again.
/// </summary>
internal sealed class LoadMark
{
    private readonly string path;
    private readonly string fingerprint;

    public LoadMark(DataFolder data, string nestFolder)
    {
        path = Path.Combine(data.Path, "loaded");
        fingerprint = Fingerprint(nestFolder);
    }

    /// <summary>Whether the nest folder, as it is now, has been loaded.</summary>
    public bool Stands => File.Exists(path) && File.ReadAllText(path).Trim() == fingerprint;

    public void Write()
    {
        // Whole or not at all, however this ends.
        var unfinished = path + ".new";
        File.WriteAllText(unfinished, fingerprint + "\n");
        File.Move(unfinished, path, overwrite: true);
    }

    private static string Fingerprint(string nestFolder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Folder.FileNames.Where(name => File.Exists(Path.Combine(nestFolder, name))))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(nestFolder, file))));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
