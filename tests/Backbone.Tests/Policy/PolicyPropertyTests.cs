using CollectiveImpact.Backbone.Nest;
using CollectiveImpact.Backbone.Policy;
using CollectiveImpact.Exchange.Documents;
using FsCheck;
using FsCheck.Fluent;
using static CollectiveImpact.V1.PolicyAsk.Types;
using static CollectiveImpact.V1.PolicyBarrier.Types;

namespace CollectiveImpact.Backbone.Tests.Policy;

/// <summary>Who is named in an ask, and which way it goes, whatever was said.</summary>
public sealed class PolicyPropertyTests
{
    private static readonly DateOnly Today = new(2026, 9, 1);

    // Six locals: four in one province, one alone in another, one in both.
    private static readonly IReadOnlyList<string> Locals = ["local-a", "local-b", "local-c", "local-d", "local-e", "local-f"];

    private static readonly NestState Nest = Locals.Aggregate(
        NestState.Empty.With(Known("nation", Level.National)).With(Known("east", Level.Provincial)).With(Known("west", Level.Provincial))
            .With("east", new DatedAlignment("nation", null, null, null)).With("west", new DatedAlignment("nation", null, null, null)),
        (nest, local) => new[] { "east", "west" }.Where(place => place == (local == "local-e" ? "west" : "east") || local == "local-f")
            .Aggregate(nest.With(Known(local, Level.Local)), (with, place) => with.With(local, new DatedAlignment(place, null, null, null))));

    private static readonly Gen<Met[]> Meetings = Gen.ArrayOf(
        from local in Gen.Elements(Locals.ToArray())
        from naming in Gen.Elements(Naming.ByName, Naming.ByPlace, Naming.Counted)
        select new Met(local, naming));

    private static readonly Gen<Move[]> Histories = Gen.ArrayOf(
        from to in Gen.Elements(Enum.GetValues<Stage>().Skip(1).ToArray())
        from day in Gen.Choose(1, 28)
        from note in Gen.Elements("", "Because")
        select new Move { To = to, Day = $"2026-02-{day:D2}", Note = new Text { En = note } });

    [Fact]
    public void who_did_not_agree_to_be_named_in_every_barrier_of_the_ask_is_not_named() => Prop.ForAll(Meetings.ToArbitrary(), met =>
    {
        var told = WhoMet.Of(Nest, "nation", met, Today);
        return Locals.All(local =>
            told.ToString().Contains(local, StringComparison.Ordinal)
            == (met.Any(each => each.Initiative == local) && met.Where(each => each.Initiative == local).All(each => each.Naming == Naming.ByName)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void each_initiative_counts_once() => Prop.ForAll(Meetings.ToArbitrary(), met =>
    {
        var told = WhoMet.Of(Nest, "nation", met, Today);
        return told.Initiatives == met.Select(each => each.Initiative).Distinct().Count()
            && told.Initiatives == told.Named.Count + told.Places.Sum(place => place.Initiatives) + told.Counted;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_place_is_told_of_those_alone_who_agreed_and_never_where_one_alone_could_be_meant() => Prop.ForAll(Meetings.ToArbitrary(), met =>
    {
        var told = WhoMet.Of(Nest, "nation", met, Today);
        return told.Places.All(place =>
            Nest.Children(place.Place_).Except(told.Named).Count() > 1
            && place.Initiatives <= Nest.Children(place.Place_).Count(child => met.Any(each => each.Initiative == child && each.Naming == Naming.ByPlace)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_history_is_right_where_each_of_its_steps_is() => Prop.ForAll(Histories.ToArbitrary(), tried =>
    {
        List<Move> moves = [new Move { To = Stage.Drafted, Day = "2026-02-01" }];
        foreach (var move in tried)
        {
            var isRight = AskStages.Fault(moves[^1], move) is null;
            if (isRight != AskStages.Fault([.. moves, move]) is null) return false;
            if (isRight) moves.Add(move);
        }

        return AskStages.Fault(moves) is null
            && moves.Skip(1).All(move => move.To != Stage.Drafted)
            && moves.Zip(moves.Skip(1)).All(step => string.CompareOrdinal(step.First.Day, step.Second.Day) <= 0 && (step.Second.To != Stage.CarriedOut || step.First.To == Stage.Adopted));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void from_every_stage_a_way_leads_on() =>
        Assert.All(Enum.GetValues<Stage>().Skip(1), from => Assert.Contains(Enum.GetValues<Stage>(), to => AskStages.Leads(from, to)));

    [Fact]
    public void the_mark_of_a_barrier_differs_from_ask_to_ask_and_tells_no_id()
    {
        var secret = BarrierMark.NewSecret();
        Assert.Equal(BarrierMark.Of(secret, "nation", "a"), BarrierMark.Of(secret, "nation", "a"));
        Assert.NotEqual(BarrierMark.Of(secret, "nation", "a"), BarrierMark.Of(secret, "nation", "b"));
        Assert.NotEqual(BarrierMark.Of(secret, "nation", "a"), BarrierMark.Of(BarrierMark.NewSecret(), "nation", "a"));
    }

    private static KnownInitiative Known(string id, Level level) => new(id, level, InitiativeNames.Read(new InitiativeRecord()), new NodeId("node"), null, 1);
}
