using System.Collections.Concurrent;
using System.Security.Cryptography;
using CollectiveImpact.V1;
using Google.Protobuf;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CollectiveImpact.Hosting.Callers;

/// <summary>A node's look at what a gateway says about a caller. What was found good is remembered until it ends.</summary>
public sealed class CallerCheck : IDisposable
{
    private const int MostRemembered = 1000;

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = CallerTokens.Longest };

    private readonly ConcurrentDictionary<string, Taken> _taken = new(StringComparer.Ordinal);
    private readonly ECDsa[] _keys;
    private readonly string _node;
    private readonly TimeProvider _time;

    /// <param name="gateways">The public keys of the gateways that the node trusts: SubjectPublicKeyInfo in base64.</param>
    /// <param name="node">The node's own fingerprint.</param>
    /// <param name="time">What it takes for the time.</param>
    /// <exception cref="FormatException">One of the keys is none.</exception>
    public CallerCheck(IEnumerable<string> gateways, string node, TimeProvider time) =>
        (_keys, _node, _time) = ([.. gateways.Select(Import)], node, time);

    /// <summary>Who calls; null where no gateway that the node trusts says so, for this node and this time.</summary>
    public Caller? Find(string? token)
    {
        var now = _time.GetUtcNow();
        if (token is null || token.Length is 0 or > CallerTokens.Longest) return null;
        if (_taken.TryGetValue(token, out var taken)) return now <= taken.Until ? taken.Caller : null;
        if (Read(token, now) is not { } read) return null;
        if (_taken.Count >= MostRemembered) _taken.Clear();
        _taken[token] = read;
        return read.Caller;
    }

    public void Dispose()
    {
        foreach (var key in _keys) key.Dispose();
    }

    private Taken? Read(string token, DateTimeOffset now)
    {
        var result = Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidTypes = [CallerTokens.Type],
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidateIssuer = false,
            ValidAudience = _node,
            ValidateAudience = false,
            // The library's times are the system's; the node's are its clock's, and are checked below.
            ValidateLifetime = false,
            IssuerSigningKeys = _keys.Select(key => new ECDsaSecurityKey(key) { CryptoProviderFactory = CallerTokens.Crypto }),
            CryptoProviderFactory = CallerTokens.Crypto,
        }).GetAwaiter().GetResult();
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read || !read.TryGetClaim(CallerTokens.Claim, out var claim)) return null;
        var (issued, until) = (new DateTimeOffset(read.IssuedAt, TimeSpan.Zero), new DateTimeOffset(read.ValidTo, TimeSpan.Zero) + CallerTokens.Leeway);
        if (issued == default || until - issued > CallerTokens.Lifetime + (2 * CallerTokens.Leeway) || now > until || now < issued - CallerTokens.Leeway) return null;
        var audience = read.Audiences.FirstOrDefault("");
        // A gateway that does not know yet whom it calls speaks for nobody.
        if (audience.Length == 0) return new Taken(new Caller(), until);
        return audience == _node ? new Taken(Caller.Parser.ParseFrom(ByteString.FromBase64(claim.Value)), until) : null;
    }

    private static ECDsa Import(string gateway)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(gateway), out _);
            return key;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            key.Dispose();
            throw new FormatException($"`{gateway}` is no public key of a gateway: give SubjectPublicKeyInfo of a P-256 key in base64, as the gateway shows it.", exception);
        }
    }

    private sealed record Taken(Caller Caller, DateTimeOffset Until);
}
