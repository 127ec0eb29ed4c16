using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CollectiveImpact.Gateway.Tests.People.Passkeys;

/// <summary>
/// A browser and its authenticator as small as can be, with one passkey (ES256): it answers a gateway's options as WebAuthn
/// says, or wrongly in one way.
/// </summary>
internal sealed class SmallAuthenticator(Uri gateway) : IDisposable
{
    private const byte Present = 1, Verified = 4, Attested = 64;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private byte[] person = [];
    private uint count;

    /// <summary>The page on which it believes to be.</summary>
    public string Origin { get; set; } = gateway.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether it asks for the finger of whoever holds it.</summary>
    public bool Asks { get; set; } = true;

    public void Dispose() => key.Dispose();

    /// <summary>Makes its passkey.</summary>
    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        person = Base64Url.DecodeFromChars((string)asked["user"]!["id"]!);
        byte[] data =
        [
            .. Head((string)asked["rp"]!["id"]!, Attested), .. new byte[16], 0, (byte)id.Length, .. id, .. PublicKey(),
        ];
        // A map of three: the format is "none", its statement is empty, and the data.
        byte[] attestation = [0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), 0x58, (byte)data.Length, .. data];
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Encoded(ClientData("webauthn.create", asked)), ["attestationObject"] = Encoded(attestation), ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Signs in with it.</summary>
    public string Get(string options)
    {
        var asked = JsonNode.Parse(options)!;
        var (data, client) = (Head((string)asked["rpId"]!, 0), ClientData("webauthn.get", asked));
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Encoded(client), ["authenticatorData"] = Encoded(data), ["signature"] = Encoded(signature), ["userHandle"] = Encoded(person),
        });
    }

    private byte[] Head(string domain, byte flags)
    {
        var head = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(domain), head);
        head[32] = (byte)(flags | Present | (Asks ? Verified : 0));
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(33), ++count);
        return head;
    }

    private byte[] ClientData(string type, JsonNode asked) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type, ["challenge"] = (string)asked["challenge"]!, ["origin"] = Origin, ["crossOrigin"] = false,
    }.ToJsonString());

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Encoded(id), ["rawId"] = Encoded(id), ["type"] = "public-key", ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    }.ToJsonString();

    /// <summary>A map of five in CBOR: an elliptic key, ES256, P-256, and its two coordinates.</summary>
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
