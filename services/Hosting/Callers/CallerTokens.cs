using System.Security.Cryptography;
using CollectiveImpact.V1;
using Google.Protobuf;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CollectiveImpact.Hosting.Callers;

/// <summary>
/// A gateway's word on who calls, for one node and two minutes: a JSON Web Token under the gateway's key (RFC 7519, ES256).
/// </summary>
public sealed class CallerTokens(ECDsa key, TimeProvider time)
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "collectiveimpact-caller";

    /// <summary>In place of a node's fingerprint: what the gateway's own operator says to it, under its own key.</summary>
    public const string Gateway = "gateway";

    /// <summary>The most bytes that one has: somebody has a role at some two thousand initiatives.</summary>
    public const int Longest = 256 * 1024;

    internal const string Type = "nest-caller+jwt", Claim = "caller";

    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2), Leeway = TimeSpan.FromMinutes(1);

    internal static readonly CryptoProviderFactory Crypto = new() { CacheSignatureProviders = false };

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly SigningCredentials _credentials = new(new ECDsaSecurityKey(key) { CryptoProviderFactory = Crypto }, SecurityAlgorithms.EcdsaSha256);

    /// <param name="caller">Who calls.</param>
    /// <param name="node">The fingerprint of the node that is to take it; empty for one that has yet to say it, which then answers what everybody may know.</param>
    public string Create(Caller caller, string node)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = Type,
            Audience = node,
            IssuedAt = now,
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object> { [Claim] = caller.ToByteString().ToBase64() },
            SigningCredentials = _credentials,
        });
    }
}
