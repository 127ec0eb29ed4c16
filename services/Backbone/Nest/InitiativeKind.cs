using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Nest;

/// <summary>An initiative's own record. The node that writes it first hosts the initiative.</summary>
internal sealed class InitiativeKind : IKind
{
    public const string Kind = "initiative";

    public string Name => Kind;

    public Travel Travel => Travel.Network;

    public bool Recalled => true;

    public static DocumentKey Key(string initiative) => new(initiative, Kind, initiative);

    public static CallFault? Fault(string initiative, InitiativeRecord record) =>
        Check.Id("initiative", initiative) ?? Check.Known("level", record.Level) ?? InitiativeNames.Fault(record);

    public RefusalReason? Refuse(NodeStanding standing, StoredDocument document, StoredDocument? former, LinkPeer peer)
    {
        if (former is not null && former.Writer != document.Writer) return RefusalClass.Hosting.Because($"initiative {document.Content.Initiative} is hosted by node {former.Writer}");
        if (NotInvited(document, peer) is { } reason) return RefusalClass.Hosting.Because(reason);
        if (document.Content is { Deleted: true } or { Epoch: not 0 }) return "an initiative's record has no epoch, and is not withdrawn";
        return document.Content.Id == document.Content.Initiative
            ? Fault(document.Content.Initiative, InitiativeRecord.Parser.ParseFrom(document.Content.Payload))?.Text
            : "an initiative's record has the initiative's id";
    }

    /// <summary>What a child may host, its invitation says. For those below the child, the child does.</summary>
    private static string? NotInvited(StoredDocument document, LinkPeer peer)
    {
        if (peer.IsParent || peer.Node != document.Writer) return null;
        if (!peer.Hosting.Allows(document.Content.Initiative))
            return $"node {peer.Node} was not invited to host initiative {document.Content.Initiative}: its invitation names {peer.Hosting}";
        var level = InitiativeRecord.Parser.ParseFrom(document.Content.Payload).Level;
        return level == peer.Level ? null : $"node {peer.Node} is {peer.Level}, and the initiative {level}";
    }

    public NodeStanding Learn(NodeStanding standing, StoredDocument document)
    {
        var record = InitiativeRecord.Parser.ParseFrom(document.Content.Payload);
        var initiative = new KnownInitiative(
            document.Content.Initiative, record.Level, InitiativeNames.Read(record), document.Writer, document.Arrived, document.Content.Revision);
        return standing with
        {
            Nest = standing.Nest.With(initiative),
            ChangedMaps = standing.ChangedMaps.Add(initiative.Id),
        };
    }

    public void Follow(LogTransaction transaction, Step step)
    {
        var initiative = step.Document.Content.Initiative;
        transaction.Reconsider(initiative);
        if (step.Before.Nest.Find(initiative) is not null) return;
        // Others' documents may name it that came before it: alignments, tenures.
        transaction.Reconsider(null);
        // Its alignments may have come before it: what waited for the way to it now has one.
        foreach (var other in step.After.Nest.Descendants(initiative).Append(initiative)) transaction.Reoffer(other, Travel.Up, Travel.Down, Travel.Line);
        foreach (var other in step.After.Nest.Successions.Forebears(initiative)) transaction.Reoffer(other, Travel.Up);
    }
}
