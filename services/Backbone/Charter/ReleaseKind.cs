using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>
/// A holder's last word on its tenure. Its node writes it by itself as soon as it knows that the next holder has
/// accepted: so the next begins only when the one before has stopped, however long either was cut off.
/// </summary>
internal sealed class ReleaseKind(TimeProvider time) : CharterKind(time)
{
    public const string Kind = "release";

    public override string Name => Kind;

    /// <summary>Writes the release that is due of a holder that this node hosts.</summary>
    public static void WriteWhereDue(LogTransaction transaction, NodeStanding standing, CharterKey key, DateOnly today)
    {
        var tenures = standing.Charters.Tenures(key.Initiative, key.Function, today);
        if (tenures.Current is not { } current || !standing.Hosts(current.Writer)) return;
        if (tenures.Accepted is not { } next || tenures.ReleaseOf(current) is not null) return;
        var id = new CharterKey(key.Initiative, key.Function, current.Epoch).Id;
        transaction.Write(new DocumentKey(current.Writer, Kind, id), 0, new ReleaseRecord { Proposer = next.Proposer });
    }

    protected override RefusalReason? Refuse(NodeStanding standing, StoredDocument document, CharterKey key, Tenures tenures) =>
        tenures.At(key.Epoch)?.Writer == document.Content.Initiative
            ? null
            : RefusalClass.Function.Because($"{document.Content.Initiative} does not hold that tenure, and can't release it");

    protected override CharterRecord Add(CharterRecord record, StoredDocument document, CharterKey key) => record with
    {
        Releases = record.Releases.SetItem(
            (key.Epoch, document.Content.Initiative),
            new Release(ReleaseRecord.Parser.ParseFrom(document.Content.Payload).Proposer, LogPlace.Of(document.Content))),
    };
}
