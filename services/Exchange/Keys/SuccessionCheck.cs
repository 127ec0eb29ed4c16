using System.Buffers.Binary;
using System.Security.Cryptography;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>Follows a node from its first key, which gives it its id, to the one that it uses.</summary>
internal static class SuccessionCheck
{
    /// <summary>Keys that a node may have had; one a week for ten years.</summary>
    public const int Most = 520;

    /// <summary>The node that a key belongs to; null when the steps do not lead to it, each signed by the key before.</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo.</param>
    /// <param name="successions">The steps, oldest first; none for a node's first key.</param>
    public static NodeId? Owner(ReadOnlySpan<byte> publicKey, IReadOnlyList<Succession> successions)
    {
        if (successions.Count == 0) return NodeId.Of(publicKey);
        if (successions.Count > Most || !successions[^1].Next.Span.SequenceEqual(publicKey)) return null;
        for (var i = 0; i < successions.Count; i++)
        {
            if (i > 0 && successions[i].Former != successions[i - 1].Next) return null;
            if (!Holds(successions[i])) return null;
        }

        return NodeId.Of(successions[0].Former.Span);
    }

    /// <summary>The node of a key whose steps were checked before.</summary>
    public static NodeId First(WriterKey key) =>
        key.Successions.Count == 0 ? new NodeId(key.Fingerprint) : NodeId.Of(key.Successions[0].Former.Span);

    /// <summary>What a succession's signature is over.</summary>
    public static byte[] Statement(Succession succession)
    {
        var sequence = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(sequence, succession.Sequence);
        return
        [
            .. "nest succession 1\0"u8, .. SHA256.HashData(succession.Former.Span), .. SHA256.HashData(succession.Next.Span),
            .. succession.Log.Span, .. sequence,
        ];
    }

    /// <summary>Steps as they are stored: messages one after the other, each with its length before it.</summary>
    public static byte[]? Store(IReadOnlyList<Succession> successions)
    {
        if (successions.Count == 0) return null;
        using var stream = new MemoryStream();
        foreach (var succession in successions) succession.WriteDelimitedTo(stream);
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Store"/> wrote.</summary>
    public static List<Succession> Read(byte[]? stored)
    {
        List<Succession> successions = [];
        using var stream = new MemoryStream(stored ?? []);
        while (stream.Position < stream.Length) successions.Add(Succession.Parser.ParseDelimitedFrom(stream));
        return successions;
    }

    private static bool Holds(Succession succession)
    {
        if (succession.Log.Length != 16 || succession.Sequence < 0) return false;
        using var key = SignatureCheck.Import(succession.Former.ToByteArray());
        return key is not null && key.VerifyData(Statement(succession), succession.Signature.Span, HashAlgorithmName.SHA256);
    }
}
