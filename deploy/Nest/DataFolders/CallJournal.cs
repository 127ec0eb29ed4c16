using System.Security.Cryptography;
using System.Text;
using CollectiveImpact.NestFolder.Calls;
using CollectiveImpact.NestLoading;
using Google.Protobuf;

namespace CollectiveImpact.Nest.DataFolders;

/// <summary>The calls that were made to the nest of a data folder: a line each, by the hash of what was said.</summary>
internal sealed class CallJournal : ICallJournal
{
    private readonly string path;
    private readonly HashSet<string> made;

    public CallJournal(DataFolder data)
    {
        path = Path.Combine(data.Path, "called");
        made = File.Exists(path) ? [.. File.ReadLines(path)] : [];
    }

    public bool WasMade(CallRow call) => made.Contains(HashOf(call));

    public void Note(CallRow call) => File.AppendAllText(path, HashOf(call) + "\n");

    private static string HashOf(CallRow call) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(call.Name), 0, .. call.Request.ToByteArray()]));
}
