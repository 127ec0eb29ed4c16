using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>
/// Which asks took a barrier up, as of one moment: told by their grounds, where the node knows them, and by the barrier's
/// mark, where it does not.
/// </summary>
internal sealed class TakingUp(PolicyRecords records, LogReader reader, NestState nest)
{
    private readonly Dictionary<string, List<(string Ask, HashSet<ByteString> Marks)>> _faces = [];

    /// <summary>The asks by their places, with what became of them.</summary>
    public IReadOnlyList<TakenUp> Of(Found<PolicyBarrier> barrier)
    {
        if (barrier.Sharing == Sharing.Kept) return [];
        SortedSet<Place> asks = new(Comparer<Place>.Create(Place.Compare));
        foreach (var mention in ReferenceTable.Of(reader, PolicyTopic.Barrier($"{barrier.Initiative}/{barrier.Id}"), AskGroundsKind.Kind, TwinKind<AskGroundsRecord>.Kept(AskGroundsKind.Kind)))
            asks.Add(new Place(mention.Initiative, mention.Id));
        foreach (var asking in nest.Ancestors(barrier.Initiative))
        {
            foreach (var (ask, marks) in Faces(asking))
                if (marks.Contains(BarrierMark.Of(barrier.Record.Secret, asking, ask))) asks.Add(new Place(asking, ask));
        }

        return [.. asks.Select(Show).OfType<TakenUp>()];
    }

    private List<(string Ask, HashSet<ByteString> Marks)> Faces(string asking)
    {
        if (!_faces.TryGetValue(asking, out var faces))
            _faces.Add(asking, faces = [.. records.Faces.Standing(reader, asking).Select(face => (face.Id, face.Record.Marks.ToHashSet())).Where(face => face.Item2.Count > 0)]);
        return faces;
    }

    private TakenUp? Show(Place place)
    {
        if (records.Asks.Find(reader.Find, place.Initiative, place.Id)?.Record is not { } ask) return null;
        return new TakenUp
        {
            Initiative = place.Initiative,
            Ask = place.Id,
            Title = ask.Title,
            Body = ask.Body,
            Stage = AskStages.Of(ask),
            Since = ask.Moves[^1].Day,
            Answer = ask.Answer,
        };
    }
}
