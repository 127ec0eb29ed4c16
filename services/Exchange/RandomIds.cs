using System.Security.Cryptography;

namespace CollectiveImpact.Exchange;

/// <summary>Where random ids come from: 16 bytes in lower-case hexadecimal.</summary>
internal class RandomIds
{
    public virtual string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
