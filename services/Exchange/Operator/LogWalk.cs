using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Keys;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Exchange.Operator;

/// <summary>Walks a log from its first document to its last, as of one moment: places, keys and signatures.</summary>
internal sealed class LogWalk(LogReader reader)
{
    private const int Page = 1000;

    private readonly Dictionary<string, WriterKey?> _keys = [];
    private long _before;

    /// <summary>The next thousand documents, with what is wrong of each; nothing after the last.</summary>
    public (int Walked, List<VerifyFault> Faults)? Next()
    {
        var documents = reader.DocumentsAfter(_before, Page);
        if (documents.Count == 0) return null;
        List<VerifyFault> faults = [];
        foreach (var document in documents)
        {
            if (Fault(document) is { } fault) faults.Add(Show(document, fault));
            _before = document.Sequence;
        }

        return (documents.Count, faults);
    }

    private string? Fault(StoredDocument document)
    {
        if (document.Sequence <= _before) return $"its sequence {document.Sequence} does not follow on {_before}";
        if (reader.Find(document.Key)?.Sequence != document.Sequence) return "it does not stand under its own key";
        if (Key(document.Proof!.Key) is not { } key) return $"the key that signed it, {document.Proof.Key}, is missing";
        using var check = new SignatureCheck(key.PublicKey, key.Successions, document.Proof.Signature);
        if (check.Writer != document.Writer) return $"it is stored as written by node {document.Writer}, and signed by {check.Writer}";
        return check.Covers(document.Bytes, document.Proof.Leaf, document.Proof.Leaves, document.Proof.Path)
            ? null
            : "the signature is not its writer's over this document";
    }

    private WriterKey? Key(string fingerprint)
    {
        if (!_keys.TryGetValue(fingerprint, out var key)) _keys.Add(fingerprint, key = WriterKeys.Find(reader, fingerprint));
        return key;
    }

    private static VerifyFault Show(StoredDocument document, string fault) =>
        new() { Initiative = document.Key.Initiative, Kind = document.Key.Kind, Id = document.Key.Id, Fault = fault };
}
