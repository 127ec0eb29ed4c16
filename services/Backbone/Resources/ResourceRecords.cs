using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>What is kept of resources.</summary>
internal sealed class ResourceRecords : IKinds
{
    private readonly List<IKind> _kinds = [];

    public ResourceRecords(TimeProvider time)
    {
        Needs = Both<Need>("need", sharing => new NeedKind(time, sharing));
        Sources = Both<Source>("source", sharing => new SourceKind(time, sharing));
        Applications = Both<Application>("application", sharing => new ApplicationKind(time, sharing));
        Gifts = Both<GiftInKind>("gift", sharing => new GiftInKindKind(time, sharing));
        Funds = Both<Fund>("fund", sharing => new FundKind(time, sharing));
        Entries = Both<Entry>("entry", sharing => new EntryKind(time, sharing));
        AllocationKind allocation = new(time);
        AllocationAnswerKind answer = new(time);
        ReturnKind sent = new(time);
        _kinds.AddRange([allocation, answer, sent]);
        Allocations = new RecordSet<Allocation>("allocation", allocation);
        Answers = new RecordSet<AllocationAnswer>("answer", answer, field: "");
        Returns = new RecordSet<Return>("return", sent);
    }

    public IReadOnlyList<IKind> Kinds => _kinds;

    public RecordSet<Need> Needs { get; }

    public RecordSet<Source> Sources { get; }

    public RecordSet<Application> Applications { get; }

    public RecordSet<GiftInKind> Gifts { get; }

    public RecordSet<Fund> Funds { get; }

    public RecordSet<Entry> Entries { get; }

    public RecordSet<Allocation> Allocations { get; }

    public RecordSet<AllocationAnswer> Answers { get; }

    public RecordSet<Return> Returns { get; }

    private RecordSet<T> Both<T>(string what, Func<Sharing, TwinKind<T>> make) where T : class, Google.Protobuf.IMessage<T>, new()
    {
        var (shared, kept) = (make(Sharing.Shared), make(Sharing.Kept));
        _kinds.AddRange([shared, kept]);
        return new RecordSet<T>(what, shared, kept);
    }
}
