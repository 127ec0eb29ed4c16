using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CollectiveImpact.Gateway.People;

/// <summary>Random words that are told once: only their hash is kept, and they are long enough that this needs no salt.</summary>
internal static class Secret
{
    public static (string Told, string Hash) Make()
    {
        var told = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (told, HashOf(told));
    }

    public static string HashOf(string told) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)));
}
