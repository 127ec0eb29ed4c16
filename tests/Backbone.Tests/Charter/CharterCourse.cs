using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Exchange.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.Backbone.Tests.Charter;

/// <summary>
/// One course of what four nodes say about a function. What each writes comes to each other in the writer's order, and
/// as late as the course wants it.
/// </summary>
internal sealed class CharterCourse
{
    private static readonly int Count = CharterNode.Places.Count;

    private readonly Clock _clock = new();
    private readonly int[,] _come = new int[Count, Count];

    public CharterCourse() => Nodes = [.. CharterNode.Places.Select(place => new CharterNode(place, _clock))];

    public enum What { Declare, HandOver, Respond, Work, Come, Day }

    /// <summary>Courses, which are made smaller by leaving steps out.</summary>
    public static Arbitrary<Step[]> Courses { get; } = Arb.From(
        Gen.ArrayOf(
            from what in Gen.Frequency(
                (4, Gen.Constant(What.Declare)), (8, Gen.Constant(What.HandOver)), (12, Gen.Constant(What.Respond)), (8, Gen.Constant(What.Work)),
                (24, Gen.Constant(What.Come)), (2, Gen.Constant(What.Day)))
            from place in Gen.Choose(0, Count - 1)
            from other in Gen.Choose(0, Count - 1)
            from chance in Gen.Choose(0, 99)
            select new Step(what, place, other, chance)).Resize(300),
        steps => steps.Select((_, i) => steps.Where((_, j) => j != i).ToArray()));

    public IReadOnlyList<CharterNode> Nodes { get; }

    public IEnumerable<StoredDocument> Work => Nodes.SelectMany(node => node.Written).Where(CharterNode.IsWork);

    /// <returns>Whether anything was written, or a day began.</returns>
    public bool Take(Step step)
    {
        var before = Nodes.Sum(each => each.Written.Count);
        _clock.Now += TimeSpan.FromSeconds(1);
        var node = Nodes[step.Place];
        switch (step.What)
        {
            case What.Declare:
                Nodes[0].Declare(Tenure(step));
                break;
            case What.HandOver:
                node.HandOver(Tenure(step));
                break;
            case What.Respond:
                node.Respond(accepted: step.Chance < 85);
                break;
            case What.Work:
                node.DoWork();
                break;
            case What.Come:
                for (var i = 0; i <= step.Chance % 4; i++) Come(step.Place, step.Other, skips: step.Chance < 50);
                break;
            case What.Day:
                _clock.Now += TimeSpan.FromDays(1);
                foreach (var each in Nodes) each.Turn();
                break;
        }

        return step.What == What.Day || Nodes.Sum(each => each.Written.Count) > before;
    }

    /// <summary>All comes everywhere, and what is written because it came.</summary>
    public void End()
    {
        while (Enumerable.Range(0, Count * Count).Count(pair => Come(pair / Count, pair % Count, skips: true)) > 0) _clock.Now += TimeSpan.FromSeconds(1);
    }

    /// <summary>One who knows all of the charter that was ever written, as it came from one node after the other.</summary>
    /// <param name="order">Which of the orders of the nodes.</param>
    public CharterNode Observer(int order)
    {
        var observer = new CharterNode("nobody", _clock);
        var turned = Enumerable.Range(0, Count).Select(i => (i + (order / 2)) % Count);
        foreach (var i in order % 2 == 0 ? turned : turned.Reverse())
            foreach (var document in Nodes[i].Written.Where(document => !CharterNode.IsWork(document))) observer.Receive(document);
        return observer;
    }

    /// <param name="from">Who wrote it.</param>
    /// <param name="to">To whom it comes.</param>
    /// <param name="skips">Whether a revision that was replaced meanwhile is left out, as a log does that no longer has it.</param>
    private bool Come(int from, int to, bool skips)
    {
        var written = Nodes[from].Written;
        if (from == to || _come[from, to] == written.Count) return false;
        var next = _come[from, to]++;
        if (!skips || !written.Skip(next + 1).Any(later => later.Key == written[next].Key)) Nodes[to].Receive(written[next]);
        return true;
    }

    private TenureRecord Tenure(Step step)
    {
        var first = CharterNode.Places[step.Other];
        var second = CharterNode.Places[step.Chance % Count];
        var today = _clock.Today();
        return new TenureRecord
        {
            Holders = { step.Chance < 20 && first != second ? [first, second] : [first] },
            Writer = first,
            From = step.Chance % 10 == 3 ? today.AddDays(1).Written() : "",
            Until = step.Chance % 3 == 0 ? today.AddDays(1 + (step.Chance % 2)).Written() : "",
        };
    }

    public sealed record Step(What What, int Place, int Other, int Chance);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
