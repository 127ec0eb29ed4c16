using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Links;

/// <summary>Looks at a batch before it goes to the log's thread: shapes, bounds and signatures need no state.</summary>
internal static class DocumentCheck
{
    /// <summary>The largest payload that a node stores, in bytes.</summary>
    public const int LargestPayload = 1 << 20;

    // The years 1 and 9999, the bounds of a protobuf timestamp.
    private const long EarliestSecond = -62_135_596_800, LatestSecond = 253_402_300_799;

    /// <exception cref="LinkFault">The batch is not what the protocol says; the link cannot go on.</exception>
    public static List<ReceivedDocument> Check(Batch batch)
    {
        var signatures = batch.Signatures.Select(s => new SignatureCheck(s.PublicKey.ToByteArray(), s.Successions, s.Value.ToByteArray())).ToList();
        try
        {
            return [.. batch.Documents.Select(document => Check(document, signatures))];
        }
        finally
        {
            signatures.ForEach(signature => signature.Dispose());
        }
    }

    private static ReceivedDocument Check(SignedDocument signed, List<SignatureCheck> signatures)
    {
        if (signed.Signature < 0 || signed.Signature >= signatures.Count)
            throw new LinkFault($"a document names signature {signed.Signature} of {signatures.Count}");
        var signature = signatures[signed.Signature];
        var (bytes, path) = (signed.Document.ToByteArray(), signed.Path.ToByteArray());
        Document content;
        try
        {
            content = Document.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new LinkFault($"a document is no document: {exception.Message}");
        }

        var fault = Fault(content)
            ?? (signature.Covers(bytes, signed.Leaf, signed.Leaves, path) ? null : RefusalClass.Signature.Because("the signature is not its writer's over this document"));
        var proof = new Proof(signature.Signature, signed.Leaf, signed.Leaves, path, signature.Key.Fingerprint);
        var document = new StoredDocument(0, signature.Writer, content, bytes, proof, null, default);
        return new ReceivedDocument(document, signature.Key, fault);
    }

    private static RefusalReason? Fault(Document document) => document switch
    {
        { Initiative.Length: 0 or > DocumentKey.LongestInitiative } => "its initiative is empty or too long",
        { Kind.Length: 0 or > DocumentKey.LongestKind } => "its kind is empty or too long",
        { Id.Length: 0 or > DocumentKey.LongestId } => "its id is empty or too long",
        _ when document.Initiative.Contains('\0') || document.Kind.Contains('\0') || document.Id.Contains('\0') => "its key holds a character that no text has",
        { Revision: < 1 } or { Epoch: < 0 } or { Sequence: < 1 } => "its revision, epoch or sequence is out of range",
        { Log.Length: not 16 } => "it does not name its writer's log",
        { WrittenAt: null or { Seconds: < EarliestSecond or > LatestSecond } or { Nanos: < 0 or > 999_999_999 } } => "it does not say when it was written",
        { Said: { } said } when Terms.IsWrong(said) => "the term in which it was said is malformed",
        { Payload.Length: > LargestPayload } => $"its payload is larger than {LargestPayload} bytes",
        { Deleted: true, Payload.Length: > 0 } => "it is withdrawn and has a payload",
        _ => null,
    };
}
