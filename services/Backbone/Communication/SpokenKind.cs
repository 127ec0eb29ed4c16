using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Communication;

/// <summary>A kind of what initiatives say to each other: where it leaves its node, its initiative was heard from.</summary>
internal abstract class SpokenKind<T>(TimeProvider time, string name, Travel travel) : RecordKind<T>(time), IHeard where T : class, IMessage<T>, new()
{
    public const int LongestBody = 10_000;

    public override string Name => name;

    public override Travel Travel => travel;

    /// <summary>Where a record is found: by time, by what it is about, by who takes part.</summary>
    /// <param name="document">Whose it is, and which.</param>
    /// <param name="record">What it says.</param>
    protected abstract IEnumerable<Reference> Marks(Document document, T record);

    protected sealed override IEnumerable<Reference> References(NodeStanding standing, Document document, T record) => Marks(document, record);

    public sealed override void Follow(LogTransaction transaction, Step step)
    {
        base.Follow(transaction, step);
        if (travel != Travel.Kept) LastHeard.Note(transaction, step.Document);
    }
}
