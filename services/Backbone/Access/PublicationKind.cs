using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;

namespace CollectiveImpact.Backbone.Access;

/// <summary>What an initiative has published, one document an initiative, written by its host: every node answers by it.</summary>
internal sealed class PublicationKind : IKind
{
    public const string Kind = "publication";

    private const string Id = "parts";

    public string Name => Kind;

    public Travel Travel => Travel.Network;

    public bool Recalled => true;

    public static DocumentKey Key(string initiative) => new(initiative, Kind, Id);

    public static CallFault? Fault(IReadOnlyList<PublishedPart> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var field = $"parts[{i}]";
            if (Check.Known(field, parts[i]) is { } fault) return fault;
            if (parts.Take(i).Contains(parts[i])) return CallFault.Invalid(field, $"{parts[i]} is named twice");
        }

        return null;
    }

    public RefusalReason? Refuse(NodeStanding standing, StoredDocument document, StoredDocument? former, LinkPeer peer)
    {
        var content = document.Content;
        if (standing.Nest.Find(content.Initiative) is not { } initiative) return $"initiative {content.Initiative} is not known here";
        if (initiative.Host != document.Writer)
            return RefusalClass.Hosting.Because($"initiative {initiative.Id} is hosted by node {initiative.Host}, and only that one publishes for it");
        return content.Id == Id ? Fault(Publication.Parser.ParseFrom(content.Payload).Parts)?.Text : "an initiative publishes in one document";
    }

    public NodeStanding Learn(NodeStanding standing, StoredDocument document)
    {
        var content = document.Content;
        return standing with
        {
            Published = content.Deleted
                ? standing.Published.Remove(content.Initiative)
                : standing.Published.SetItem(content.Initiative, [.. Publication.Parser.ParseFrom(content.Payload).Parts]),
        };
    }

    public void Follow(LogTransaction transaction, Step step)
    {
    }
}
