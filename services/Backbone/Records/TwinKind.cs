using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Records;

/// <summary>A kind of records that are shared or kept: a record stands in one of two documents.</summary>
/// <param name="time">The day.</param>
/// <param name="name">What the kind is called where it is shared.</param>
/// <param name="travel">The way that it travels then.</param>
/// <param name="sharing">Which of the two kinds this is.</param>
internal abstract class TwinKind<T>(TimeProvider time, string name, Travel travel, Sharing sharing) : RecordKind<T>(time) where T : class, IMessage<T>, new()
{
    public sealed override string Name => sharing == Sharing.Kept ? Kept(name) : name;

    public sealed override Travel Travel => sharing == Sharing.Kept ? Travel.Kept : travel;

    /// <summary>Whether its records leave the node.</summary>
    protected bool IsShared => sharing == Sharing.Shared;

    /// <summary>What a kind is called where its records are kept.</summary>
    public static string Kept(string name) => $"{name}-kept";

    protected sealed override string? Twin => sharing == Sharing.Kept ? name : Kept(name);

    protected Sharing Sharing => sharing;
}
