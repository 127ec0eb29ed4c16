using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Resources;

/// <summary>A record of an initiative's resources: one that those above know too, or one that is known at its own node alone.</summary>
internal abstract class ResourceKind<T>(TimeProvider time, string name, Sharing sharing) : RecordKind<T>(time) where T : class, IMessage<T>, new()
{
    private const string KeptMark = "-kept";

    public sealed override string Name => NameOf(name, sharing);

    public sealed override Travel Travel => sharing == Sharing.Kept ? Travel.Kept : Travel.Up;

    public sealed override Function Function => Function.MobilizeResources;

    protected Sharing Sharing => sharing;

    protected static string NameOf(string name, Sharing sharing) => sharing == Sharing.Kept ? name + KeptMark : name;
}
