using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using static CollectiveImpact.V1.PolicyBarrier.Types;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>
/// What those below are told of an ask's grounds. The holder's node writes it by itself: as the ask is written, as an
/// initiative changes how it agrees to be named, and as the holder takes the function up.
/// </summary>
internal static class AskFace
{
    private static readonly string[] GroundsKinds = [AskGroundsKind.Kind, TwinKind<AskGroundsRecord>.Kept(AskGroundsKind.Kind)];

    /// <summary>What is told of an ask by what is known and agreed to now.</summary>
    public static AskFaceRecord Of(Func<DocumentKey, StoredDocument?> find, NestState nest, string initiative, string ask, AskGroundsRecord grounds, DateOnly today)
    {
        List<Met> met = [];
        List<Google.Protobuf.ByteString> marks = [];
        foreach (var reference in grounds.Barriers)
        {
            var (owner, id) = RecordId.Parts(reference);
            // One that has yet to come here only counts until it does.
            var barrier = find(new DocumentKey(owner, BarrierKind.Kind, id)) is { Content.Deleted: false } document ? PolicyBarrier.Parser.ParseFrom(document.Content.Payload) : null;
            met.Add(new Met(owner, barrier?.Naming ?? Naming.Counted));
            if (barrier is not null) marks.Add(BarrierMark.Of(barrier.Secret, initiative, ask));
        }

        var metBy = WhoMet.Of(nest, initiative, met, today);
        return new AskFaceRecord
        {
            MetBy = metBy,
            Stories = { grounds.Stories.Where(story => RecordId.Parts(story).Initiative is var teller && (teller == initiative || metBy.Named.Contains(teller))) },
            // In an order that tells nothing.
            Marks = { marks.OrderBy(mark => mark.ToBase64(), StringComparer.Ordinal) },
        };
    }

    /// <summary>Brings what is told of an ask up to date.</summary>
    public static void Write(LogTransaction transaction, NodeStanding standing, string initiative, string ask, long epoch, DateOnly today)
    {
        var key = new DocumentKey(initiative, AskFaceKind.Kind, ask);
        var told = transaction.Find(key) is { Content.Deleted: false } document ? AskFaceRecord.Parser.ParseFrom(document.Content.Payload) : null;
        var due = Grounds(transaction, AskGroundsKind.Kind, initiative, ask) is { } grounds ? Of(transaction.Find, standing.Nest, initiative, ask, grounds, today) : null;
        if (!Equals(told, due)) transaction.Write(key, epoch, due);
    }

    /// <summary>Brings all asks of an initiative up to date, where this node holds the function.</summary>
    public static void WriteAll(LogTransaction transaction, NodeStanding standing, string initiative, TimeProvider time)
    {
        if (FunctionHolding.MayWrite(standing, initiative, Function.AdvancePolicy, "", time.Today(), out var epoch) is not null) return;
        foreach (var ask in transaction.DocumentsBeginning(initiative, AskGroundsKind.Kind, ""))
            Write(transaction, standing, initiative, ask.Content.Id, epoch, time.Today());
    }

    /// <summary>Brings the asks that took a barrier up up to date, of those that this node may write.</summary>
    /// <param name="transaction">The operation.</param>
    /// <param name="standing">What stands.</param>
    /// <param name="barrier">The barrier's shared document, which may have been withdrawn.</param>
    /// <param name="time">The day.</param>
    public static void FollowBarrier(LogTransaction transaction, NodeStanding standing, DocumentKey barrier, TimeProvider time)
    {
        var isWithdrawn = transaction.Find(barrier) is { Content.Deleted: true };
        foreach (var (kind, initiative, ask) in TakingUp(transaction, barrier))
        {
            if (FunctionHolding.MayWrite(standing, initiative, Function.AdvancePolicy, "", time.Today(), out var epoch) is not null) continue;
            if (isWithdrawn && Grounds(transaction, kind, initiative, ask) is { } grounds)
            {
                grounds.Barriers.Remove($"{barrier.Initiative}/{barrier.Id}");
                transaction.Write(new DocumentKey(initiative, kind, ask), epoch, grounds);
            }

            Write(transaction, standing, initiative, ask, epoch, time.Today());
        }
    }

    private static AskGroundsRecord? Grounds(LogTransaction transaction, string kind, string initiative, string ask) =>
        transaction.Find(new DocumentKey(initiative, kind, ask)) is { Content.Deleted: false } document ? AskGroundsRecord.Parser.ParseFrom(document.Content.Payload) : null;

    private static List<(string Kind, string Initiative, string Ask)> TakingUp(LogTransaction transaction, DocumentKey barrier)
    {
        List<(string, string, string)> asks = [];
        foreach (var kind in GroundsKinds)
        {
            using var rows = transaction.Query(
                "SELECT initiative, id FROM mentions WHERE target = $1 AND kind = $2", PolicyTopic.Barrier($"{barrier.Initiative}/{barrier.Id}"), kind);
            while (rows.Read()) asks.Add((kind, rows.GetString(0), rows.GetString(1)));
        }

        return asks;
    }
}
