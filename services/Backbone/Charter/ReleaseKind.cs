using CollectiveImpact.Backbone.Calls;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>
/// A holder's last word on its tenure, with the tenure to which it yields. Its node writes it by itself as soon as it
/// knows that the next holder has accepted: so the next begins only when the one before has stopped, however long either
/// was cut off. Where nobody holds the function the initiative gives this word, of an epoch that nobody had.
/// </summary>
internal sealed class ReleaseKind(TimeProvider time) : CharterKind(time)
{
    public const string Kind = "release";

    public override string Name => Kind;

    /// <summary>The release that this node has to write now, of a holder or an initiative that it hosts; null where there is none.</summary>
    public static (DocumentKey Key, ReleaseRecord Record)? Due(NodeStanding standing, CharterKey key, DateOnly today)
    {
        var tenures = standing.Charters.Tenures(key.Initiative, key.Function, today);
        if (tenures.Accepted is not { } next) return null;
        var isVacant = tenures.Current is null || tenures.IsOver;
        var (holder, epoch) = isVacant ? (key.Initiative, tenures.VacantEpoch) : (tenures.Current!.Writer, tenures.Current.Epoch);
        if (!standing.Hosts(holder) || !(isVacant || tenures.MayYieldTo(next.Writer))) return null;
        var tenure = next.Tenure;
        if (!isVacant && next.Writer != key.Initiative && Within(tenures.Current!, next.Until) is { } until) tenure.Until = until.Written();
        return (
            new DocumentKey(holder, Kind, new CharterKey(key.Initiative, key.Function, epoch).Id),
            new ReleaseRecord { Proposer = next.Proposer, Tenure = tenure, Vacant = isVacant });
    }

    /// <summary>Writes the release that is due of a holder or an initiative that this node hosts.</summary>
    public static void WriteWhereDue(LogTransaction transaction, NodeStanding standing, CharterKey key, DateOnly today)
    {
        if (Due(standing, key, today) is var (document, record)) Write(transaction, document, record, []);
    }

    public override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        // It comes back to a node that was restored, forgot it, and may have written on: that counts, and the release is
        // said again after it.
        var (document, before) = (step.Document, step.Former);
        if (document.Writer != step.After.Node || document.Arrived is null || before is not null) return;
        var said = Read(document, CharterKey.Read(document)!.Epoch);
        Write(transaction, document.Key, ReleaseRecord.Parser.ParseFrom(document.Content.Payload), [.. said.FormerLogs, said.Place.Log]);
    }

    protected override RefusalReason? Refuse(NodeStanding standing, StoredDocument document, CharterKey key, Tenures tenures)
    {
        var (speaker, record) = (document.Content.Initiative, ReleaseRecord.Parser.ParseFrom(document.Content.Payload));
        if (record.Tenure is { } tenure && ProposalKind.Fault(standing, key.Initiative, tenure, "tenure.holders") is { } fault) return fault.Text;
        if (record.Vacant)
        {
            if (record.Tenure is null) return "a word on a function that nobody holds says who holds it from then on";
            if (speaker != key.Initiative) return RefusalClass.Function.Because($"{speaker} can't say who holds a function of {key.Initiative}");
            return tenures.WhyNotVacant(key.Epoch) is { } why ? RefusalClass.Function.Because($"{key.Initiative} can't say who holds {Functions.Words(key.Function)}: {why}") : null;
        }

        if (tenures.At(key.Epoch) is not { } released || released.Writer != speaker)
            return RefusalClass.Function.Because($"{speaker} does not hold that tenure, and can't release it");
        return record.Tenure is { } next && next.Writer != key.Initiative && Within(released, UtcDay.Read(next.Until)) is { } until
            ? RefusalClass.Function.Because($"the term of {speaker} ends on {until.Written()}, and it can't give more of it than it has")
            : null;
    }

    protected override CharterRecord Add(CharterRecord record, StoredDocument document, CharterKey key) => record with
    {
        Releases = record.Releases.SetItem((key.Epoch, document.Content.Initiative), Read(document, key.Epoch)),
    };

    /// <summary>The last day of a term, where what is proposed would outlast it.</summary>
    private static DateOnly? Within(Proposal released, DateOnly? until) => released.Until is { } last && !(until <= last) ? last : null;

    private static void Write(LogTransaction transaction, DocumentKey key, ReleaseRecord record, IEnumerable<string> forgotten)
    {
        var logs = transaction.FormerLogs().Union(forgotten).Where(log => log != transaction.LogId);
        record.FormerLogs.Clear();
        record.FormerLogs.Add(logs.Select(log => ByteString.CopyFrom(Convert.FromHexString(log))));
        transaction.Write(key, 0, record);
    }

    private static Release Read(StoredDocument document, long epoch)
    {
        var record = ReleaseRecord.Parser.ParseFrom(document.Content.Payload);
        return new Release(
            record.Proposer,
            record.Tenure is { } tenure ? Proposal.Read(record.Proposer, epoch + 1, 0, tenure) : null,
            record.Vacant,
            LogPlace.Of(document.Content),
            [.. record.FormerLogs.Select(log => Convert.ToHexStringLower(log.Span))]);
    }
}
