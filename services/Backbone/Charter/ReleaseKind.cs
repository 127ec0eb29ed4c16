using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>
/// A holder's last word on its tenure. Its node writes it by itself as soon as it knows that the next holder has
/// accepted: so the next begins only when the one before has stopped, however long either was cut off.
/// </summary>
internal sealed class ReleaseKind(TimeProvider time) : CharterKind(time)
{
    public const string Kind = "release";

    public override string Name => Kind;

    /// <summary>The tenure that this node has to release now, of a holder that it hosts, and the proposal that it yields to; null where there is none.</summary>
    public static (Proposal Tenure, Proposal Next)? Due(NodeStanding standing, CharterKey key, DateOnly today)
    {
        var tenures = standing.Charters.Tenures(key.Initiative, key.Function, today);
        if (tenures.Current is not { } current || !standing.Hosts(current.Writer)) return null;
        return tenures.Accepted is { } next && tenures.ReleaseOf(current) is null ? (current, next) : null;
    }

    /// <summary>The document of a release.</summary>
    public static DocumentKey Key(Proposal tenure, CharterKey key) =>
        new(tenure.Writer, Kind, new CharterKey(key.Initiative, key.Function, tenure.Epoch).Id);

    /// <summary>Writes the release that is due of a holder that this node hosts.</summary>
    public static void WriteWhereDue(LogTransaction transaction, NodeStanding standing, CharterKey key, DateOnly today)
    {
        if (Due(standing, key, today) is var (tenure, next)) Write(transaction, Key(tenure, key), next.Proposer, []);
    }

    public override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        // It comes back to a node that was restored, forgot it, and may have written on: that counts, and the release is
        // said again after it.
        var (document, before) = (step.Document, step.Former);
        if (document.Writer != step.After.Node || document.Arrived is null || before is not null) return;
        var said = Read(document);
        Write(transaction, document.Key, said.Proposer, [.. said.FormerLogs, said.Place.Log]);
    }

    protected override RefusalReason? Refuse(NodeStanding standing, StoredDocument document, CharterKey key, Tenures tenures) =>
        tenures.At(key.Epoch)?.Writer == document.Content.Initiative
            ? null
            : RefusalClass.Function.Because($"{document.Content.Initiative} does not hold that tenure, and can't release it");

    protected override CharterRecord Add(CharterRecord record, StoredDocument document, CharterKey key) => record with
    {
        Releases = record.Releases.SetItem(
            (key.Epoch, document.Content.Initiative), Read(document)),
    };

    private static void Write(LogTransaction transaction, DocumentKey key, string proposer, IEnumerable<string> forgotten)
    {
        var logs = transaction.FormerLogs().Union(forgotten).Where(log => log != transaction.LogId);
        transaction.Write(key, 0, new ReleaseRecord { Proposer = proposer, FormerLogs = { logs.Select(log => ByteString.CopyFrom(Convert.FromHexString(log))) } });
    }

    private static Release Read(StoredDocument document)
    {
        var record = ReleaseRecord.Parser.ParseFrom(document.Content.Payload);
        return new Release(record.Proposer, LogPlace.Of(document.Content), [.. record.FormerLogs.Select(log => Convert.ToHexStringLower(log.Span))]);
    }
}
