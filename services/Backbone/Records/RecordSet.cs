using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Records;

/// <summary>
/// The records of a kind, and of its twin that never leaves the node. A record is of the one or of the other: as it is
/// kept from now on, the shared document is withdrawn.
/// </summary>
/// <param name="what">What one is called in messages: `partner`.</param>
/// <param name="shared">The kind that travels.</param>
/// <param name="kept">The kind that does not; null where all are shared.</param>
/// <param name="field">Where it is in a request that writes it; null: in a field of the name of <paramref name="what"/>.</param>
internal sealed class RecordSet<T>(string what, RecordKind<T> shared, RecordKind<T>? kept = null, string? field = null) where T : class, IMessage<T>, new()
{
    // Documents read in one go.
    private const int AtOnce = 64;

    /// <summary>The epoch under which this node may write a record now; or why it may not.</summary>
    public CallFault? MayWrite(NodeStanding standing, string initiative, string by, out long epoch) =>
        shared.MayWrite(standing, initiative, by, out epoch);

    /// <inheritdoc cref="RecordKind{T}.Fault"/>
    public CallFault? Fault(T record) => shared.Fault(record);

    /// <summary>The record of an id, if one stands.</summary>
    /// <param name="find">Finds a document: a reader's, or that of an operation on the log.</param>
    /// <param name="initiative">Whose.</param>
    /// <param name="id">Which.</param>
    public Found<T>? Find(Func<DocumentKey, StoredDocument?> find, string initiative, string id) =>
        Show(find(shared.Key(initiative, id)), kept is null ? null : find(kept.Key(initiative, id)));

    /// <exception cref="RpcException">There is none.</exception>
    public Found<T> Get(Func<DocumentKey, StoredDocument?> find, string initiative, string id, string field)
    {
        if (Find(find, initiative, id) is not { } found)
        {
            Missing(initiative, id, field).Throw();
            return null;
        }

        return found;
    }

    public CallFault Missing(string initiative, string id, string field) =>
        CallFault.NotFound(field, $"{initiative} has no {what} `{Check.Shown(id)}` that is known here");

    /// <summary>Those that stand, by id.</summary>
    /// <param name="reader">Where they are read.</param>
    /// <param name="initiative">Whose.</param>
    /// <param name="after">Only those whose ids come after.</param>
    /// <param name="prefix">Only those whose ids begin so.</param>
    public IEnumerable<Found<T>> Standing(LogReader reader, string initiative, string after = "", string prefix = "")
    {
        using var open = Documents(reader, shared, initiative, after, prefix).GetEnumerator();
        using var own = (kept is null ? [] : Documents(reader, kept, initiative, after, prefix)).GetEnumerator();
        var (first, second) = (Next(open), Next(own));
        while (first is not null || second is not null)
        {
            var order = first is null ? 1 : second is null ? -1 : string.CompareOrdinal(first.Content.Id, second.Content.Id);
            if (Show(order <= 0 ? first : null, order >= 0 ? second : null) is { } found) yield return found;
            if (order <= 0) first = Next(open);
            if (order >= 0) second = Next(own);
        }
    }

    /// <summary>Writes a record in the place of the one that its writer has read.</summary>
    /// <param name="transaction">The operation.</param>
    /// <param name="initiative">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="epoch">Under which it is written.</param>
    /// <param name="record">What it says from now on.</param>
    /// <param name="revision">The revision that was read; empty for a new one.</param>
    /// <param name="sharing">Whether it leaves the node.</param>
    /// <exception cref="RpcException">Another revision stands by now; nothing is written.</exception>
    public Found<T> Save(
        LogTransaction transaction, string initiative, string id, long epoch, T record, string revision, Sharing sharing = Sharing.Shared)
    {
        var kind = KindOf(sharing);
        var other = kind == shared ? kept : shared;
        if ((RecordId.Fault(what, id) ?? kind.Fault(record)) is { } fault) (field is "" ? fault : fault.Within(field ?? what)).Throw();
        CheckRevision(transaction, initiative, id, revision);
        transaction.Write(kind.Key(initiative, id), epoch, record);
        if (other is not null) Withdraw(transaction, other.Key(initiative, id), epoch);
        return Find(transaction.Find, initiative, id)!;
    }

    /// <summary>Ends the call where another revision stands than the one that was read: what is built on it would be, too.</summary>
    /// <exception cref="RpcException">It does.</exception>
    public void CheckRevision(LogTransaction transaction, string initiative, string id, string revision)
    {
        var stands = Find(transaction.Find, initiative, id)?.Revision ?? "";
        if (revision == stands) return;
        var message = stands.Length == 0
            ? $"is {Check.Shown(revision)}, and there is no {what} `{id}` of {initiative}; leave it empty to write a new one"
            : revision.Length == 0
                ? $"is empty, and there is a {what} `{id}` of {initiative} at revision {stands}; read it, and give its revision to replace it"
                : $"is {Check.Shown(revision)}, and {what} `{id}` of {initiative} stands at {stands} by now; read it again, and repeat the change on it";
        new CallFault(StatusCode.Aborted, "revision", message).Throw();
    }

    /// <summary>Writes a record as its writer asks for it to be shared: where nothing is said as it is now, and a new one is kept.</summary>
    /// <param name="transaction">The operation.</param>
    /// <param name="initiative">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="epoch">Under which it is written.</param>
    /// <param name="record">What it says from now on.</param>
    /// <param name="revision">The revision that was read; empty for a new one.</param>
    /// <param name="asked">What was asked for; unspecified where nothing was.</param>
    /// <param name="fault">What is wrong with what a record names, whose shape is right: given the one before and how it is shared from now on.</param>
    /// <exception cref="RpcException">Another revision stands by now, or something is wrong; nothing is written.</exception>
    public Found<T> Save(
        LogTransaction transaction, string initiative, string id, long epoch, T record, string revision, Sharing asked,
        Func<Found<T>?, Sharing, CallFault?> fault)
    {
        var former = Find(transaction.Find, initiative, id);
        var sharing = asked == Sharing.Unspecified ? former?.Sharing ?? Sharing.Kept : asked;
        (Check.Known("sharing", sharing) ?? RecordId.Fault(what, id) ?? KindOf(sharing).Fault(record) ?? fault(former, sharing))?.Within(field ?? what).Throw();
        return Save(transaction, initiative, id, epoch, record, revision, sharing);
    }

    /// <exception cref="RpcException">Another revision stands by now, or none; nothing is written.</exception>
    public void Remove(LogTransaction transaction, string initiative, string id, long epoch, string revision, string field)
    {
        if (Find(transaction.Find, initiative, id) is null) Missing(initiative, id, field).Throw();
        CheckRevision(transaction, initiative, id, revision);
        Withdraw(transaction, shared.Key(initiative, id), epoch);
        if (kept is not null) Withdraw(transaction, kept.Key(initiative, id), epoch);
    }

    private static void Withdraw(LogTransaction transaction, DocumentKey key, long epoch)
    {
        if (transaction.Find(key) is { Content.Deleted: false }) transaction.Write(key, epoch, null);
    }

    private RecordKind<T> KindOf(Sharing sharing) => sharing == Sharing.Kept && kept is not null ? kept : shared;

    private static StoredDocument? Next(IEnumerator<StoredDocument> documents) => documents.MoveNext() ? documents.Current : null;

    private static IEnumerable<StoredDocument> Documents(LogReader reader, RecordKind<T> kind, string initiative, string after, string prefix)
    {
        while (true)
        {
            var read = reader.DocumentsBeginning(initiative, kind.Name, prefix, after, AtOnce);
            foreach (var document in read) yield return document;
            if (read.Count < AtOnce) yield break;
            after = read[^1].Content.Id;
        }
    }

    private Found<T>? Show(StoredDocument? open, StoredDocument? own)
    {
        if (Twins.Standing(open, own) is not { } document) return null;
        // Where the two are of different epochs the record began anew with the later.
        var epoch = Twins.Epoch(open, own);
        var revision = Of(open) + Of(own);
        return new Found<T>(
            document.Content.Id, shared.Read(document), RecordId.Revision(epoch, revision),
            document == open ? Sharing.Shared : Sharing.Kept, document);

        long Of(StoredDocument? each) => each?.Content.Epoch == epoch ? each.Content.Revision : 0;
    }
}
