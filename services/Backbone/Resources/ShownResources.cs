using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>Records of resources as answers show them, read at one moment.</summary>
/// <param name="records">The records.</param>
/// <param name="find">Finds a document.</param>
/// <param name="ask">Asks the tables.</param>
internal sealed class ShownResources(ResourceRecords records, Func<DocumentKey, StoredDocument?> find, Ask ask)
{
    public Funds Funds { get; } = new(records, find, ask);

    public Need Of(Found<Need> found)
    {
        var need = found.Record.Clone();
        (need.Initiative, need.Need_, need.Revision, need.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        if (need.Amount is null) return need;
        var (promised, received, currency) = (0L, 0L, need.Amount.Currency);
        foreach (var mention in ReferenceTable.Of(ask, ResourceTopic.Need(found.Initiative, found.Id), found.Initiative))
        {
            if (!FundKind.IsFund(mention.Kind) || Funds.Find(found.Initiative, mention.Id) is not { } fund || fund.Promised.Currency != currency) continue;
            var holding = MoneyTable.Of(ask, found.Initiative, mention.Id);
            promised = checked(promised + Amount.Stored(fund.Promised));
            received = checked(received + holding.Received - holding.Refunded);
        }

        (need.Promised, need.Received) = (Amount.Of(promised, currency), Amount.Of(received, currency));
        return need;
    }

    public static Source Of(Found<Source> found)
    {
        var source = found.Record.Clone();
        (source.Initiative, source.Source_, source.Revision, source.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return source;
    }

    public static Application Of(Found<Application> found)
    {
        var application = found.Record.Clone();
        (application.Initiative, application.Application_, application.Revision, application.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return application;
    }

    public static GiftInKind Of(Found<GiftInKind> found)
    {
        var gift = found.Record.Clone();
        (gift.Initiative, gift.Gift, gift.Revision, gift.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        return gift;
    }

    public Fund Of(Found<Fund> found) => Funds.Show(Funds.Own(found));

    public Entry Of(Found<Entry> found)
    {
        var entry = found.Record.Clone();
        (entry.Initiative, entry.Entry_, entry.Revision, entry.Sharing) = (found.Initiative, found.Id, found.Revision, found.Sharing);
        if (entry.Kind == Entry.Types.Kind.Commitment)
            entry.Outstanding = Amount.Write(MoneyTable.Outstanding(ask, found.Initiative, found.Id), entry.Amount.Currency);
        return entry;
    }

    public static Return Of(Found<Return> found)
    {
        var sent = found.Record.Clone();
        (sent.Initiative, sent.Return_) = (found.Initiative, found.Id);
        return sent;
    }

    public Allocation Of(Found<Allocation> found)
    {
        var (allocation, name) = (found.Record.Clone(), FundName.Of(found.Initiative, found.Id));
        (allocation.Initiative, allocation.Allocation_, allocation.State) = (found.Initiative, found.Id, Allocation.Types.State.Open);
        if (records.Answers.Find(find, allocation.To, name)?.Record is { } answer)
        {
            allocation.State = answer.Accepted ? Allocation.Types.State.Accepted : Allocation.Types.State.Declined;
            (allocation.AnsweredOn, allocation.Reason) = (answer.Day, answer.Reason);
        }

        allocation.Returned = Amount.Of(MoneyTable.Sum(ask, allocation.To, name, Flow.Returned), allocation.Amount.Currency);
        return allocation;
    }

    /// <summary>Allocations that an initiative made or received, by giver and id, each with its place.</summary>
    public IEnumerable<(string Place, Allocation Item)> Allocations(string initiative, ListAllocationsRequest.Types.Side side, IEnumerable<string> own)
    {
        List<(string Giver, string Id)> names = [];
        if (side != ListAllocationsRequest.Types.Side.Received) names.AddRange(own.Select(id => (initiative, id)));
        if (side != ListAllocationsRequest.Types.Side.Given) names.AddRange(ReferenceTable.To(ask, ResourceTopic.Receiver(initiative), AllocationKind.Kind).Select(mention => (mention.Initiative, mention.Id)));
        foreach (var (giver, id) in names.OrderBy(name => FundName.Of(name.Giver, name.Id), StringComparer.Ordinal))
            if (records.Allocations.Find(find, giver, id) is { } found) yield return (FundName.Of(giver, id), Of(found));
    }
}
