using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Records;

/// <summary>
/// A kind whose documents each say one record of an initiative, whole: written by the node that hosts the initiative, or
/// by the holder of a function. It is read where it stands, and not held in memory.
/// </summary>
/// <typeparam name="T">The payload.</typeparam>
internal abstract class RecordKind<T>(TimeProvider time) : IReferring where T : class, IMessage<T>, new()
{
    private static readonly MessageParser<T> Parser = new(() => new T());

    public abstract string Name { get; }

    public abstract Travel Travel { get; }

    /// <summary>The function whose holder writes; unspecified: the initiative's host does.</summary>
    public virtual Function Function => Function.Unspecified;

    /// <summary>The same where the id says of which function a record is.</summary>
    protected virtual Function FunctionOf(string id) => Function;

    /// <summary>The kind in which the same records stand when they are kept, or shared; null where they have but this one.</summary>
    protected virtual string? Twin => null;

    public virtual bool Recalled => false;

    /// <summary>Whether what was once written stays, word for word: it is neither changed nor withdrawn.</summary>
    protected virtual bool IsForGood => false;

    public DocumentKey Key(string initiative, string id) => new(initiative, Name, id);

    public T Read(StoredDocument document) => Parser.ParseFrom(document.Content.Payload);

    /// <summary>What is wrong with a record by itself, whoever wrote it: its shape, not what it names.</summary>
    public abstract CallFault? Fault(T record);

    /// <summary>What of others a record names, to be found from there.</summary>
    /// <param name="standing">What stands.</param>
    /// <param name="document">Whose record it is, and which.</param>
    /// <param name="record">What it says.</param>
    protected virtual IEnumerable<Reference> References(NodeStanding standing, Document document, T record) => [];

    public virtual IEnumerable<Reference> Referring(Func<DocumentKey, StoredDocument?> find, NodeStanding standing, StoredDocument document) =>
        Stands(find, document) ? References(standing, document.Content, Read(document)) : [];

    public RefusalReason? Refuse(NodeStanding standing, StoredDocument document, StoredDocument? former, LinkPeer peer)
    {
        var content = document.Content;
        if (NotItsWriters(standing, document) is { } reason) return reason;
        if (IsForGood && (former is not null || content.Deleted || content.Revision != 1)) return $"a document of kind {Name} is written once, and neither changed nor withdrawn";
        return (RecordId.Fault("id", content.Id) ?? (content.Deleted ? null : Fault(Read(document))))?.Text ?? Misplaced(content);
    }

    /// <summary>Why a document that came by a link may not stand where it does, by its id and its revision; null when it may.</summary>
    protected virtual string? Misplaced(Document document) => null;

    public virtual NodeStanding Learn(NodeStanding standing, StoredDocument document) => standing;

    public virtual void Follow(LogTransaction transaction, Step step)
    {
        Replace(step.Document);
        // It may stand in the place of its twin now, or leave its place to it.
        if (FindTwin(transaction.Find, step.Document) is { } twin) Replace(twin);

        void Replace(StoredDocument document) =>
            ReferenceTable.Replace(transaction, document.Key, Referring(transaction.Find, step.After, document));
    }

    /// <summary>The epoch under which this node may write a record of this kind now; or why it may not.</summary>
    /// <param name="standing">What stands.</param>
    /// <param name="initiative">Whose record it is.</param>
    /// <param name="by">The initiative that writes; empty for whoever may at this node.</param>
    /// <param name="epoch">0 where no function is needed.</param>
    public CallFault? MayWrite(NodeStanding standing, string initiative, string by, out long epoch) => MayWrite(standing, initiative, Function, by, out epoch);

    /// <summary>The same of a function.</summary>
    public CallFault? MayWrite(NodeStanding standing, string initiative, Function function, string by, out long epoch)
    {
        epoch = 0;
        if (Check.Id("initiative", initiative) is { } malformed) return malformed;
        if (function != Function.Unspecified) return FunctionHolding.MayWrite(standing, initiative, function, by, time.Today(), out epoch);
        if (standing.Nest.Find(initiative) is not { } known) return CallFault.UnknownInitiative("initiative", initiative);
        return known.Host == standing.Node
            ? null
            : CallFault.Precondition("initiative", $"{initiative} is hosted by node {known.Host}; write it there", initiative);
    }

    /// <summary>Whether a document is that of the two which says its record.</summary>
    protected bool Stands(Func<DocumentKey, StoredDocument?> find, StoredDocument document)
    {
        var isKept = document.Key.Kind == Name == (Travel == Travel.Kept);
        var twin = FindTwin(find, document);
        return ReferenceEquals(document, isKept ? Twins.Standing(twin, document) : Twins.Standing(document, twin));
    }

    /// <summary>The other of the two documents in which a record can stand; null where there is none.</summary>
    protected StoredDocument? FindTwin(Func<DocumentKey, StoredDocument?> find, StoredDocument document) =>
        Twin is { } twin ? find(document.Key with { Kind = document.Key.Kind == Name ? twin : Name }) : null;

    private RefusalReason? NotItsWriters(NodeStanding standing, StoredDocument document)
    {
        var content = document.Content;
        if (FunctionOf(content.Id) is not Function.Unspecified and var function) return FunctionHolding.Refuse(standing, document, function, time.Today());
        if (standing.Nest.Find(content.Initiative) is not { } known) return $"initiative {content.Initiative} is not known here";
        if (content.Epoch != 0) return $"a document of kind {Name} has no epoch";
        return known.Host == document.Writer
            ? null
            : RefusalClass.Hosting.Because($"initiative {content.Initiative} is hosted by node {known.Host}, and only that one writes its documents of kind {Name}");
    }
}
