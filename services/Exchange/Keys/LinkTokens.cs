using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Links;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>
/// Short-lived tokens by which one node proves to another who it is: JSON Web Tokens under its key (RFC 7519, ES256).
/// They are part of the stream, so they hold behind any proxy that ends TLS.
/// </summary>
internal sealed class LinkTokens(NodeKey key, RandomIds ids, TimeProvider time)
{
    /// <summary>What a token is for, as its header's <c>typ</c> says.</summary>
    public const string Link = "nest-link+jwt", Join = "nest-join+jwt";

    /// <summary>How far two clocks may be apart.</summary>
    public static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    /// <summary>The longest lifetime that is taken, and the one that tokens made here have.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5), Lifetime = TimeSpan.FromMinutes(2);

    // Providers are not kept: keys come and go with links.
    private static readonly CryptoProviderFactory Crypto = new() { CacheSignatureProviders = false };
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Makes a token for one node.</summary>
    /// <param name="type">What for.</param>
    /// <param name="audience">Who is to take it.</param>
    /// <param name="nonce">The id of the token that it answers; null for the first word.</param>
    public (string Token, string Id) Create(string type, NodeId audience, string? nonce)
    {
        var (now, id) = (time.GetUtcNow().UtcDateTime, ids.Next());
        var claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Jti] = id };
        if (nonce is not null) claims.Add(JwtRegisteredClaimNames.Nonce, nonce);
        var token = Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Issuer = key.Node.Fingerprint,
            Audience = audience.Fingerprint,
            IssuedAt = now,
            Expires = now + Lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(
                new ECDsaSecurityKey(key.Current.Algorithm) { CryptoProviderFactory = Crypto }, SecurityAlgorithms.EcdsaSha256),
        });
        return (token, id);
    }

    /// <summary>Looks at a token that another node sent. Whether it was taken before is the caller's to look up.</summary>
    /// <param name="token">As it came.</param>
    /// <param name="type">What it has to be for.</param>
    /// <param name="issuer">Whose it has to be.</param>
    /// <param name="publicKey">The issuer's key, SubjectPublicKeyInfo.</param>
    /// <param name="nonce">The id of the token that it has to answer; null for the first word.</param>
    /// <exception cref="LinkFault">It is not good, and why.</exception>
    public TakenToken Check(string token, string type, NodeId issuer, byte[] publicKey, string? nonce)
    {
        using var ecdsa = SignatureCheck.Import(publicKey) ?? throw new LinkFault("the peer's key is no P-256 key");
        if (token.Length is 0 or > 4096) throw new LinkFault("the peer shows no token; its release may be older than this one's");
        // The library's times are the system's; this node's are its clock's, and are checked below.
        var result = Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidTypes = [type],
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidIssuer = issuer.Fingerprint,
            ValidAudience = key.Node.Fingerprint,
            ValidateLifetime = false,
            IssuerSigningKey = new ECDsaSecurityKey(ecdsa) { CryptoProviderFactory = Crypto },
            CryptoProviderFactory = Crypto,
        }).GetAwaiter().GetResult();
        if (!result.IsValid) throw new LinkFault($"the token is not good: {Reason(result.Exception)}");
        var read = (JsonWebToken)result.SecurityToken;
        var (now, issued, expires) = (time.GetUtcNow().UtcDateTime, read.IssuedAt, read.ValidTo);
        if (issued == default || expires == default || read.Id.Length is 0 or > 100 || expires - issued > Longest)
            throw new LinkFault("the token is not good: it lacks its id or its times, or is good for longer than five minutes");
        if (now > expires + Leeway || now < issued - Leeway)
            throw new LinkFault($"the token is not good at this time: it was made at {issued:yyyy-MM-dd HH:mm:ss}, and here it is {now:yyyy-MM-dd HH:mm:ss} (UTC). If that is not an old token, set the clocks of the two machines");
        if (nonce is not null && (!read.TryGetClaim(JwtRegisteredClaimNames.Nonce, out var answered) || answered.Value != nonce))
            throw new LinkFault("the token is not good: it does not answer this dial");
        return new TakenToken(read.Id, expires + Leeway);
    }

    private static string Reason(Exception? exception) => exception switch
    {
        SecurityTokenInvalidAudienceException => "it was made for another node",
        SecurityTokenInvalidIssuerException => "it names another node as its maker",
        SecurityTokenInvalidTypeException => "it was made for another purpose",
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException => "its signature is not its maker's",
        SecurityTokenInvalidAlgorithmException => "it is not signed with ES256",
        _ => "it is malformed",
    };
}

/// <summary>A token that is good, unless it was taken before.</summary>
/// <param name="Id">Its random id.</param>
/// <param name="Until">When nobody would take it any more.</param>
internal sealed record TakenToken(string Id, DateTimeOffset Until);
