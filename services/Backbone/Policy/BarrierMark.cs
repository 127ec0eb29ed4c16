using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>
/// By what an initiative recognises in an ask that one of its barriers is meant, where nobody else can tell: neither ids
/// can be guessed from it, nor does the same barrier look the same in two asks.
/// </summary>
internal static class BarrierMark
{
    public const int SecretLength = 16, Length = 16;

    public static ByteString NewSecret() => ByteString.CopyFrom(RandomNumberGenerator.GetBytes(SecretLength));

    /// <param name="secret">The barrier's.</param>
    /// <param name="initiative">The initiative that asks.</param>
    /// <param name="ask">What it asks.</param>
    public static ByteString Of(ByteString secret, string initiative, string ask) =>
        ByteString.CopyFrom(SHA256.HashData([.. secret.Span, .. Encoding.UTF8.GetBytes($"{initiative}/{ask}")]).AsSpan(0, Length));
}
