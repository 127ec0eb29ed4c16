using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
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

    /// <summary>What a kind is called where its records are kept.</summary>
    public static string Kept(string name) => $"{name}-kept";

    /// <summary>
    /// The references are those of the document that stands, so that nothing is counted twice where a former holder kept
    /// what the present one shares.
    /// </summary>
    public override void Follow(LogTransaction transaction, Step step)
    {
        var (initiative, id) = (step.Document.Content.Initiative, step.Document.Content.Id);
        DocumentKey open = new(initiative, name, id), own = new(initiative, Kept(name), id);
        var stands = Standing(transaction, open) ?? Standing(transaction, own);
        List<Reference> references = stands is null ? [] : [.. References(initiative, Read(stands))];
        ReferenceTable.Replace(transaction, open, stands?.Key == open ? references : []);
        ReferenceTable.Replace(transaction, own, stands?.Key == own ? references : []);
    }

    private static StoredDocument? Standing(LogTransaction transaction, DocumentKey key) =>
        transaction.Find(key) is { Content.Deleted: false } document ? document : null;
}
