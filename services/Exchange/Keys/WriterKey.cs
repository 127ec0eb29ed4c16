using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Keys;

/// <summary>The public half of a key that signed documents.</summary>
/// <param name="Fingerprint">SHA-256 of the key, in lower-case hexadecimal.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo.</param>
/// <param name="Successions">The steps from its node's first key to it; none for the first.</param>
internal sealed record WriterKey(string Fingerprint, byte[] PublicKey, IReadOnlyList<Succession> Successions);
