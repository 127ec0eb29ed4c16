using CollectiveImpact.Backbone.Agenda;
using CollectiveImpact.Backbone.Policy;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Charter;

/// <summary>
/// What the kinds of the charter share: each document belongs to the initiative that says it, is about a function of
/// that or another initiative, goes to the whole network, and stays.
/// </summary>
internal abstract class CharterKind(TimeProvider time) : IKind
{
    public abstract string Name { get; }

    public Travel Travel => Travel.Network;

    public bool Recalled => true;

    public RefusalReason? Refuse(NodeStanding standing, StoredDocument document, StoredDocument? former, LinkPeer peer)
    {
        var content = document.Content;
        if (standing.Nest.Find(content.Initiative) is not { } speaker) return $"initiative {content.Initiative} is not known here";
        if (speaker.Host != document.Writer) return RefusalClass.Hosting.Because($"initiative {speaker.Id} is hosted by node {speaker.Host}, and only that one speaks for it");
        if (content.Deleted) return "the charter's history is not withdrawn";
        if (CharterKey.Read(document) is not { } key) return $"`{Check.Shown(content.Id)}` names no tenure";
        return standing.Nest.Find(key.Initiative) is null
            ? $"initiative {key.Initiative} is not known here"
            : Refuse(standing, document, key, standing.Charters.Tenures(key.Initiative, key.Function, Today));
    }

    public NodeStanding Learn(NodeStanding standing, StoredDocument document)
    {
        // Only what passed Refuse is stored.
        var key = CharterKey.Read(document)!;
        var record = Add(standing.Charters.Record(key.Initiative, key.Function), document, key);
        return standing with
        {
            Charters = standing.Charters.With(key.Initiative, key.Function, record),
            ChangedMaps = standing.ChangedMaps.Add(key.Initiative),
        };
    }

    public virtual void Follow(LogTransaction transaction, Step step)
    {
        var key = CharterKey.Read(step.Document)!;
        // What came before this document may be its new holder's, or the word of another who may speak of it.
        transaction.Reconsider(key.Initiative);
        transaction.Reconsider(step.Document.Content.Initiative);
        foreach (var holder in step.After.Charters.Record(key.Initiative, key.Function).Proposals.Values.SelectMany(proposal => proposal.Holders))
            transaction.Reconsider(holder);
        // Before its release, where that is due: it is the holder's to say, and afterwards its successor's.
        if (key.Function == Function.GuideVisionAndStrategy) AgendaForceKind.WriteWhereDue(transaction, step.After, key.Initiative, time);
        if (key.Function == Function.AdvancePolicy) AskFace.WriteAll(transaction, step.After, key.Initiative, time);
        ReleaseKind.WriteWhereDue(transaction, step.After, key, Today);
    }

    protected DateOnly Today => time.Today();

    protected abstract RefusalReason? Refuse(NodeStanding standing, StoredDocument document, CharterKey key, Tenures tenures);

    protected abstract CharterRecord Add(CharterRecord record, StoredDocument document, CharterKey key);
}
